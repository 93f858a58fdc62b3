namespace FinOps.Functions.AllocationTags;

/// <summary>What one run of the tag activator is to do.</summary>
/// <param name="Keys">The keys that are to be active cost allocation tags: a resource tag's key, <c>accountTag/KEY</c> or a key of AWS (<c>aws:createdBy</c>).</param>
/// <param name="BackfillMonths">How many months before the current one a backfill begins, 0 to 12; null for no backfill.</param>
/// <param name="DryRun">True to look only.</param>
public sealed record TagActivatorOptions(IReadOnlyList<string> Keys, int? BackfillMonths, bool DryRun)
{
    /// <summary>As far back as AWS goes.</summary>
    public const int MostBackfillMonths = 12;
}
