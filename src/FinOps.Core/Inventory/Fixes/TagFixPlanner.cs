using FinOps.Core.Tagging;

namespace FinOps.Core.Inventory.Fixes;

/// <summary>What must change on a resource, so that each of its tags is written as proposed and no value gets lost.</summary>
public sealed class TagFixPlanner(TagProposals proposals)
{
    /// <returns>Fixes in the order of their keys, and the tags that a person must look at. Made again after the fixes were applied, there are none.</returns>
    public (IReadOnlyList<TagFix> Fixes, IReadOnlyList<FixRefusal> Refusals) Plan(LiveResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        List<(string Key, string Value, (string Key, string Value, string Why)? To)>? tags = null;
        var own = 0;
        foreach (var (key, value) in resource.Tags)
        {
            if (TagLimits.IsReserved(key))
                continue;
            own++;
            if (proposals.For(key, value) is { } to)
                (tags ??= []).Add((key, value, to));
        }

        if (tags is null)
            return ([], []);
        var fixes = new List<TagFix>();
        var refusals = new List<FixRefusal>();
        foreach (var one in tags.GroupBy(tag => tag.To!.Value.Key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var why = Refuse(resource, one.Key, [.. one.Select(tag => (tag.Key, tag.To!.Value.Value))], own);
            foreach (var (key, value, to) in one.OrderBy(tag => tag.Key, StringComparer.Ordinal))
            {
                if (why is null)
                    fixes.Add(new TagFix(resource.Arn, resource.AccountId, resource.Region, key, value, one.Key, to!.Value.Value, to.Value.Why));
                else
                    refusals.Add(new FixRefusal(resource.Arn, resource.AccountId, resource.Region, key, value, why));
            }
        }

        return (fixes, refusals);
    }

    /// <summary>Why tags that should all become <paramref name="newKey"/> cannot, or null.</summary>
    private static string? Refuse(LiveResource resource, string newKey, List<(string Key, string NewValue)> changes, int own)
    {
        var standing = resource.Tags.TryGetValue(newKey, out var value) && changes.TrueForAll(change => change.Key != newKey) ? value : null;
        if (changes.Select(change => change.NewValue).Append(standing ?? changes[0].NewValue).Distinct(StringComparer.Ordinal).Count() > 1)
            return $"the resource has several spellings of {newKey} with different values";
        // IAM takes keys that differ in letter case for one: writing the new one replaces the old one, and removing the old one removes both.
        if (resource.Arn.Split(':') is [_, _, "iam", ..] && changes.Exists(change => change.Key != newKey && change.Key.Equals(newKey, StringComparison.OrdinalIgnoreCase)))
            return "IAM takes keys that differ in letter case for the same key; rename it by hand";
        return own >= TagLimits.TagsPerResource && !resource.Tags.ContainsKey(newKey)
            ? $"the resource has {TagLimits.TagsPerResource} tags, so there is no room to write {newKey} before the old key goes"
            : null;
    }
}
