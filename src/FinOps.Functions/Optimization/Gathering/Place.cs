namespace FinOps.Functions.Optimization.Gathering;

/// <summary>Where Compute Optimizer is asked.</summary>
internal sealed record Place(string AccountId, string Region);
