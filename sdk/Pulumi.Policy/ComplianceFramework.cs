namespace Pulumi.Policy;

/// <summary>The rule book that a policy comes from, for example the CIS benchmark for AWS.</summary>
public sealed record ComplianceFramework(string Name, string Version = "", string Reference = "", string Specification = "");
