namespace FinOps.Core.Inventory.Fixes;

/// <summary>One tag of one resource that should be written another way.</summary>
/// <param name="Region">Where the Tagging API knows the resource; "global" for what belongs to no region.</param>
/// <param name="NewKey">The same as <paramref name="Key"/> when only the value changes.</param>
public sealed record TagFix(string Arn, string AccountId, string Region, string Key, string Value, string NewKey, string NewValue, string Why)
{
    public bool MovesKey => Key != NewKey;
}
