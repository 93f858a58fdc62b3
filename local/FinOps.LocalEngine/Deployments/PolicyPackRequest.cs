namespace FinOps.LocalEngine.Deployments;

/// <param name="Directory">Holds a PulumiPolicy.yaml.</param>
/// <param name="ConfigFile">JSON such as <c>{"all":"mandatory","a-policy":{"enforcementLevel":"advisory","maxDays":30}}</c>; null for none.</param>
public sealed record PolicyPackRequest(string Directory, string? ConfigFile = null);
