namespace FinOps.Core.Optimization;

/// <param name="Tags">Of the account itself, in Organizations; null when they could not be read.</param>
public sealed record AccountFacts(string Id, string Name, IReadOnlyDictionary<string, string>? Tags);
