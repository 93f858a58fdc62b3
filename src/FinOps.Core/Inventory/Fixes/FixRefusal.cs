namespace FinOps.Core.Inventory.Fixes;

/// <summary>A tag that should be written another way and cannot without a person.</summary>
public sealed record FixRefusal(string Arn, string AccountId, string Region, string Key, string Value, string Why);
