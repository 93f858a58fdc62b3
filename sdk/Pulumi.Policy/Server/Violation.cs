namespace Pulumi.Policy.Server;

internal sealed record Violation(string Message, string? Urn, PolicySeverity? Severity, EnforcementLevel? Level = null);
