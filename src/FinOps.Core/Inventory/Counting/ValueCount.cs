namespace FinOps.Core.Inventory.Counting;

/// <summary>One value of one key.</summary>
/// <param name="Example">The resource with the smallest ARN, so that it is the same one in every run.</param>
public sealed record ValueCount(string Value, int Resources, int Accounts, int Regions, int Types, string Example);
