using System.Globalization;

namespace FinOps.Core.Organization.Synthetic.Billing;

/// <summary>One thing that an account runs in one region.</summary>
/// <param name="Hash">Identifies it: size, name, zone and tags follow from it.</param>
internal readonly record struct AccountUse(UsageTemplate Template, string Region, long SharePerMille, ulong Hash)
{
    private const long WholeShare = 1_000;
    private const long SecondRegionShare = 300;

    /// <summary>Everything that the account runs, in the order of the catalog.</summary>
    public static IEnumerable<AccountUse> Of(SyntheticAccount account, AccountProfile profile, int seed)
    {
        foreach (var template in UsageCatalog.Templates)
        {
            if (!template.Roles.HasFlag(profile.Role) || (template.Team is { } team && team != account.Team))
                continue;
            yield return Make(account, template, profile.HomeRegion, WholeShare, seed);
            if (profile.SecondRegion is { } second && template.Service is UsageCatalog.Compute && !template.IsCommitted)
                yield return Make(account, template, second, SecondRegionShare, seed);
        }
    }

    private static AccountUse Make(SyntheticAccount account, UsageTemplate template, string region, long sharePerMille, int seed)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{account.Id}/{region}/{template.UsageType}/{template.Operation}/{template.IsCommitted}");
        return new AccountUse(template, region, sharePerMille, StableHash.Of(seed, name));
    }
}
