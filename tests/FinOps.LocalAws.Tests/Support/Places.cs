using FinOps.Core.Organization.Synthetic;
using FinOps.Core.Organization.Synthetic.Resources;

namespace FinOps.LocalAws.Tests.Support;

internal static class Places
{
    /// <summary>Member accounts and their regions that have what a test needs.</summary>
    public static IEnumerable<(SyntheticAccount Account, string Region)> PlacesWith(this SyntheticOrganization organization, Func<IReadOnlyList<SyntheticResource>, bool> has) =>
        from account in organization.Accounts.Skip(1)
        from region in organization.ResourcesOf(account).GroupBy(resource => resource.Live.Region)
        where has([.. region])
        select (account, region.Key);
}
