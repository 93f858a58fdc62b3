namespace FinOps.Functions.TagInventory;

/// <param name="Resources">Resources that the Tagging API lists: those that have, or once had, a tag.</param>
/// <param name="Untagged">Those of them without any tag but those of AWS.</param>
/// <param name="Tags">Tags on all of them together.</param>
/// <param name="DistinctKeys">Different keys, letter case and all; an estimate when <paramref name="UnlistedTags"/> is not 0.</param>
/// <param name="UnlistedTags">Tags whose key is not listed because there are too many different ones.</param>
/// <param name="KeysLeftOut">Listed keys that this report leaves out, the least used.</param>
public sealed record InventoryTotals(int Resources, int Untagged, long Tags, long DistinctKeys, long UnlistedTags, int KeysLeftOut)
{
    public int Tagged => Resources - Untagged;

    /// <summary>Null when there is no resource.</summary>
    public decimal? TaggedShare => Resources == 0 ? null : (decimal)Tagged / Resources;
}
