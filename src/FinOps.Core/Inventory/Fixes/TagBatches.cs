namespace FinOps.Core.Inventory.Fixes;

/// <summary>Fixes as calls: for each account and region first all that write, then all that remove the old keys.</summary>
public static class TagBatches
{
    // What belongs to no region is tagged in the home region of its service.
    private const string HomeRegion = "us-east-1";

    public static IReadOnlyList<TagBatch> Of(IEnumerable<TagFix> fixes)
    {
        var batches = new List<TagBatch>();
        foreach (var place in fixes.GroupBy(fix => (fix.AccountId, Region: RegionOf(fix))).OrderBy(group => group.Key.AccountId, StringComparer.Ordinal).ThenBy(group => group.Key.Region, StringComparer.Ordinal))
        {
            var resources = place.GroupBy(fix => fix.Arn, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(resource => (
                    Arn: resource.Key,
                    Tags: new SortedDictionary<string, string>(resource.DistinctBy(fix => fix.NewKey).ToDictionary(fix => fix.NewKey, fix => fix.NewValue), StringComparer.Ordinal),
                    Keys: resource.Where(fix => fix.MovesKey).Select(fix => fix.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList()))
                .ToList();
            foreach (var alike in resources.GroupBy(resource => TagScript.Map(resource.Tags).ToJsonString(), StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
                batches.AddRange(alike.Chunk(TagBatch.MostArns).Select(chunk => new TagBatch(place.Key.AccountId, place.Key.Region, [.. chunk.Select(each => each.Arn)], chunk[0].Tags, [])));
            foreach (var alike in resources.Where(resource => resource.Keys.Count > 0).GroupBy(resource => TagScript.List(resource.Keys).ToJsonString(), StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
                batches.AddRange(alike.Chunk(TagBatch.MostArns).Select(chunk => new TagBatch(place.Key.AccountId, place.Key.Region, [.. chunk.Select(each => each.Arn)], new Dictionary<string, string>(), chunk[0].Keys)));
        }

        return batches;
    }

    /// <summary>The region whose Tagging API knows the resource.</summary>
    public static string RegionOf(TagFix fix) => RegionOf(fix.Region);

    /// <param name="region">Of a resource; "global" for one that belongs to none.</param>
    public static string RegionOf(string region) => region is "" or LiveResource.Global ? HomeRegion : region;
}
