using FinOps.Core.Inventory.Fixes;

namespace FinOps.Functions.TagInventory;

/// <summary>What should be written another way. The fixes themselves are a file of their own.</summary>
/// <param name="Hash">By which somebody who read them approves them.</param>
/// <param name="Accounts">Most tags first.</param>
/// <param name="Refusals">What a person must look at, most first.</param>
/// <param name="Examples">The first ones.</param>
public sealed record FixSummary(int Tags, int Resources, string Hash, IReadOnlyList<AccountFixes> Accounts, IReadOnlyList<RefusedFixes> Refusals, IReadOnlyList<TagFix> Examples)
{
    private const int Shown = 25;

    public int Refused => Refusals.Sum(refusal => refusal.Tags);

    public static FixSummary Of(IReadOnlyList<TagFix> fixes, IReadOnlyList<FixRefusal> refusals) => new(
        fixes.Count,
        fixes.DistinctBy(fix => fix.Arn).Count(),
        TagFixHash.Of(fixes),
        [.. fixes.GroupBy(fix => fix.AccountId, StringComparer.Ordinal)
            .Select(account => new AccountFixes(account.Key, account.Count(), account.DistinctBy(fix => fix.Arn).Count()))
            .OrderByDescending(account => account.Tags).ThenBy(account => account.AccountId, StringComparer.Ordinal)],
        [.. refusals.GroupBy(refusal => refusal.Why, StringComparer.Ordinal)
            .Select(why => new RefusedFixes(why.Key, why.Count(), why.Min(refusal => refusal.Arn)!))
            .OrderByDescending(why => why.Tags).ThenBy(why => why.Why, StringComparer.Ordinal)],
        [.. fixes.Take(Shown)]);
}

public sealed record AccountFixes(string AccountId, int Tags, int Resources);

/// <param name="Example">The ARN of one of them.</param>
public sealed record RefusedFixes(string Why, int Tags, string Example);
