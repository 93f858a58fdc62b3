namespace FinOps.Core.Compliance.Results;

/// <summary>What is known of an account beside its resources.</summary>
/// <param name="Team">The team that answers for what is in it when a resource does not say; null when nobody is known.</param>
public sealed record ComplianceAccount(string Id, string Name, string? Team);
