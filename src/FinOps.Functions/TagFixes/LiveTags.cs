using FinOps.Core.Inventory.Fixes;

namespace FinOps.Functions.TagFixes;

/// <summary>What a fix still has to do, by the tags that the resource has now.</summary>
internal static class LiveTags
{
    /// <param name="tags">Null when the resource is not listed.</param>
    /// <param name="fixes">All fixes of the resource: one of them may write what stands in the way of another.</param>
    public static FixOutcome Judge(TagFix fix, IReadOnlyDictionary<string, string>? tags, IReadOnlyList<TagFix> fixes)
    {
        if (tags is null)
            return new FixOutcome(fix, FixState.NotThere);
        var hasOld = tags.TryGetValue(fix.Key, out var old);
        var hasNew = tags.TryGetValue(fix.NewKey, out var standing);
        if (!fix.MovesKey)
        {
            return !hasOld ? new FixOutcome(fix, FixState.Changed, "the key is gone")
                : old == fix.NewValue ? new FixOutcome(fix, FixState.AlreadyDone)
                : old == fix.Value ? new FixOutcome(fix, FixState.Ready)
                : new FixOutcome(fix, FixState.Changed, $"the value is now '{old}'");
        }

        if (!hasOld)
            return hasNew && standing == fix.NewValue ? new FixOutcome(fix, FixState.AlreadyDone) : new FixOutcome(fix, FixState.Changed, "the key is gone");
        if (old != fix.Value)
            return new FixOutcome(fix, FixState.Changed, $"the value is now '{old}'");
        return !hasNew || standing == fix.NewValue || fixes.Any(other => other.Key == fix.NewKey && other.Value == standing && !other.MovesKey && other.NewValue == fix.NewValue)
            ? new FixOutcome(fix, FixState.Ready)
            : new FixOutcome(fix, FixState.Changed, $"{fix.NewKey} is there by now, with the value '{standing}'");
    }

    /// <summary>True when the new tag is there, so that the old one may go.</summary>
    public static bool IsWritten(TagFix fix, IReadOnlyDictionary<string, string>? tags) => tags is not null && tags.TryGetValue(fix.NewKey, out var value) && value == fix.NewValue;

    /// <summary>True when nothing is left to do.</summary>
    public static bool IsDone(TagFix fix, IReadOnlyDictionary<string, string>? tags) => IsWritten(fix, tags) && (!fix.MovesKey || !tags!.ContainsKey(fix.Key));
}
