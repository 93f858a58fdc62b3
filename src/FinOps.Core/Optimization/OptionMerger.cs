namespace FinOps.Core.Optimization;

/// <summary>
/// Brings the advice of all sources together: what several say about one action on one resource becomes one option. The order in which advice
/// comes, and how often a page brings it, changes nothing.
/// </summary>
internal static class OptionMerger
{
    public static IReadOnlyList<SavingOption> Merge(IEnumerable<Advice> advice)
    {
        // What saves nothing (an instance that is too small, say) is no opportunity.
        var saving = advice.Where(each => each.MonthlySaving.Amount > 0).ToList();
        var regions = saving.Where(each => each.Resource.Region.Length > 0)
            .GroupBy(each => each.Resource with { Region = "" })
            .ToDictionary(group => group.Key, group => group.Select(each => each.Resource.Region).Distinct().ToList());
        return
        [
            .. saving.GroupBy(each => (Resource: Placed(each.Resource, regions), each.Action, each.MonthlySaving.Currency))
                .Select(group => new SavingOption(group.Key.Resource, group.Key.Action, [.. group
                    .OrderBy(each => each.Source).ThenByDescending(each => each.MonthlySaving.Amount).ThenBy(each => each.Id, StringComparer.Ordinal).ThenBy(each => each.Recommended, StringComparer.Ordinal)]))
                .OrderBy(option => option.Resource.ToString(), StringComparer.Ordinal).ThenBy(option => option.Action).ThenBy(option => option.MonthlySaving.Currency, StringComparer.Ordinal),
        ];
    }

    // A source that does not tell the region means the resource that the others speak of, when there is only one of that name.
    private static ResourceName Placed(ResourceName resource, Dictionary<ResourceName, List<string>> regions) =>
        resource.Region.Length == 0 && regions.GetValueOrDefault(resource) is [var only] ? resource with { Region = only } : resource;
}
