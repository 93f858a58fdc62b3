using Amazon.ResourceGroupsTaggingAPI;
using FinOps.Core.Inventory.Fixes;
using FinOps.Core.Problems;

namespace FinOps.Functions.TagFixes;

/// <summary>
/// Holds fixes against the tags as they are, and applies those that were approved. It can be repeated: what is done stays done, what changed is
/// left alone, and what failed is tried again.
/// </summary>
public static class TagFixer
{
    public const string CommandName = "tag-fixes";
    public const string ApprovalId = "FIN5081";

    // Accounts and regions at once; within one of them calls come one after the other, because AWS counts its limits there.
    private const int PlacesAtOnce = 8;

    /// <summary>Checks that what is to be applied is what was approved.</summary>
    /// <exception cref="ProblemException">FIN5081.</exception>
    public static void Approve(IReadOnlyList<TagFix> fixes, string? approval, string file)
    {
        if (approval is null)
            throw new ProblemException([new Problem(ApprovalId, "command line", "--approve", "nothing", "the hash that the dry run printed", "Run it without --apply, read what it would do, and approve that.")]);
        // The right hash is not told here: it is to be read where the fixes are listed.
        if (TagFixHash.Of(fixes) != approval)
            throw new ProblemException([new Problem(ApprovalId, "command line", "--approve", $"'{approval}'", $"the hash of the fixes in {file} as they are now", "The file is not the one that was approved. Run it without --apply and read it again.")]);
    }

    /// <param name="connect">The Tagging API of an account and region, disposed here; null for an account that cannot be entered.</param>
    /// <param name="apply">False for a dry run: tags are read, nothing is written.</param>
    public static async Task<FixRun> RunAsync(
        IReadOnlyList<TagFix> fixes, bool apply, Func<string, string, IAmazonResourceGroupsTaggingAPI?> connect, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fixes);
        ArgumentNullException.ThrowIfNull(connect);
        var outcomes = new List<FixOutcome>();
        var places = fixes.GroupBy(fix => (fix.AccountId, Region: TagBatches.RegionOf(fix)));
        var options = new ParallelOptions { MaxDegreeOfParallelism = PlacesAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(places, options, async (place, stop) =>
        {
            using var tagging = connect(place.Key.AccountId, place.Key.Region);
            var found = tagging is null
                ? [.. place.Select(fix => new FixOutcome(fix, FixState.Failed, "no role to enter the account with; name one with --role"))]
                : await new PlaceFixer(tagging, $"account {place.Key.AccountId} in {place.Key.Region}", time).RunAsync([.. place], apply, stop).ConfigureAwait(false);
            lock (outcomes)
                outcomes.AddRange(found);
        }).ConfigureAwait(false);
        return new FixRun(TagFixHash.Of(fixes), !apply,
        [
            .. outcomes.OrderBy(outcome => outcome.Fix.AccountId, StringComparer.Ordinal).ThenBy(outcome => outcome.Fix.Region, StringComparer.Ordinal)
                .ThenBy(outcome => outcome.Fix.Arn, StringComparer.Ordinal).ThenBy(outcome => outcome.Fix.Key, StringComparer.Ordinal),
        ]);
    }
}
