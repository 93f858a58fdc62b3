using System.Globalization;
using FinOps.Core.Costs.Rows;
using FinOps.Core.Organization.Synthetic.Billing;

namespace FinOps.Core.Organization.Synthetic.Resources;

/// <summary>What an account has and pays nothing, or nothing of its own, for. It has no row in the bill, so nobody meets it there.</summary>
internal static class FreeResources
{
    private static readonly string[] Kinds =
    [
        "ec2:security-group/sg-", "ec2:subnet/subnet-", "ecr:repository/", "sqs:", "ec2:network-interface/eni-", "sns:alerts-", "ec2:launch-template/lt-",
        "elasticloadbalancing:targetgroup/tg-", "secretsmanager:secret:", "cloudformation:stack/", "states:stateMachine:", "ec2:vpc/vpc-", "dynamodb:table/", "ec2:snapshot/snap-",
    ];

    /// <summary>Most are where the account works, some in US East, and a few where nobody looks.</summary>
    public static IEnumerable<ResourcePlan> Of(SyntheticAccount account, AccountProfile profile, SyntheticOrganizationOptions options)
    {
        for (var number = 0; number < options.FreeResources; number++)
        {
            var kind = Kinds[number % Kinds.Length];
            var hash = StableHash.Of(options.Seed, string.Create(CultureInfo.InvariantCulture, $"{account.Id}/free/{number}"));
            yield return new ResourcePlan(RegionOf(profile, hash), hash, (region, seed) => Make(account, kind, region, seed));
        }

        if (account.Index % 5 == 3)
        {
            var hash = StableHash.Of(options.Seed, $"{account.Id}/hostile");
            yield return new ResourcePlan(profile.HomeRegion, hash, (region, seed) => Hostile(account, region, seed));
        }
    }

    private static string RegionOf(AccountProfile profile, ulong hash) => ((hash >> 20) % 100) switch
    {
        < 70 => profile.HomeRegion,
        < 85 => SyntheticRegions.Home,
        _ => SyntheticRegions.All[(int)((hash >> 30) % (ulong)SyntheticRegions.All.Count)],
    };

    private static SyntheticResource Hostile(SyntheticAccount account, string region, ulong hash)
    {
        var volume = AccountResources.Tagged(account, "ec2:volume/vol-", region, hash, CostLineItem.NoTags);
        return volume with { Live = volume.Live with { Tags = HostileTags.At(account.Index / 5) }, EverTagged = true };
    }

    private static SyntheticResource Make(SyntheticAccount account, string kind, string region, ulong hash) =>
        AccountResources.Tagged(account, kind, region, hash, TagHabits.TagsOf(account, hash));
}
