using System.Text.RegularExpressions;
using FinOps.Core.Organization.Synthetic;

namespace FinOps.Core.Tests.Organization.Synthetic;

public sealed partial class SyntheticOrganizationTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Create_ManyAccounts_FollowsEveryIdPatternOfOrganizations()
    {
        var organization = Create(1_000);

        Assert.Matches("^o-[a-z0-9]{10,32}$", organization.Id);
        Assert.Matches("^r-[0-9a-z]{4,32}$", organization.RootId);
        Assert.All(organization.OrganizationalUnits, unit => Assert.Matches($"^ou-{organization.RootId[2..]}-[a-z0-9]{{8,32}}$", unit.Id));
        Assert.All(organization.Accounts, account =>
        {
            Assert.Matches(TwelveDigits(), account.Id);
            Assert.EndsWith($":account/{organization.Id}/{account.Id}", account.Arn, StringComparison.Ordinal);
            Assert.EndsWith($"/{account.Id}/", account.Path, StringComparison.Ordinal);
            Assert.InRange(account.Email.Length, 6, 64);
        });
        Assert.Equal(1_000, organization.Accounts.Select(account => account.Id).Distinct().Count());
        Assert.Equal(1_000, organization.Accounts.Select(account => account.Name).Distinct().Count());
        Assert.Equal(1_000, organization.Accounts.Select(account => account.Email).Distinct().Count());
    }

    [Fact]
    public void Create_MoreAccounts_KeepsTheEarlierOnes()
    {
        var small = Create(40);
        var large = Create(400);

        Assert.Equal(small.Accounts.Select(Identity), large.Accounts.Take(40).Select(Identity));

        static (string, string, string) Identity(SyntheticAccount account) => (account.Id, account.Name, account.Email);
    }

    [Fact]
    public void Create_AnotherSeed_HasOtherIds() =>
        Assert.Empty(Create(40, seed: 1).Accounts.Select(account => account.Id).Intersect(Create(40, seed: 2).Accounts.Select(account => account.Id)));

    [Fact]
    public void Create_Default_HasOneSuspendedAccountInItsUnit()
    {
        var organization = Create(40);

        var suspended = Assert.Single(organization.Accounts, account => account.State == SyntheticAccountState.Suspended);

        var unit = Assert.Single(organization.OrganizationalUnits, unit => unit.Id == suspended.ParentId);
        Assert.Equal("Suspended", unit.Name);
    }

    [Fact]
    public void Create_AnyAccount_HasAParentThatExists()
    {
        var organization = Create(100);
        var parents = organization.OrganizationalUnits.Select(unit => unit.Id).Append(organization.RootId).ToHashSet();

        Assert.All(organization.Accounts, account => Assert.Contains(account.ParentId, parents));
        Assert.All(organization.OrganizationalUnits, unit => Assert.Contains(unit.ParentId, parents));
        Assert.Equal(organization.RootId, organization.ManagementAccount.ParentId);
        Assert.Same(organization.Accounts[7], organization.FindAccount(organization.Accounts[7].Id));
        Assert.Null(organization.FindAccount("000000000000"));
    }

    [Theory]
    [InlineData(0, 14)]
    [InlineData(10_001, 14)]
    [InlineData(40, 0)]
    [InlineData(40, 39)]
    public void Create_OutsideTheDocumentedRange_Refuses(int accounts, int months) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticOrganization.Create(
            new SyntheticOrganizationOptions { Accounts = accounts, Months = months, AsOf = Today }));

    private static SyntheticOrganization Create(int accounts, int seed = 20260101) =>
        SyntheticOrganization.Create(new SyntheticOrganizationOptions { Accounts = accounts, Seed = seed, AsOf = Today });

    [GeneratedRegex("^[1-9][0-9]{11}$")]
    private static partial Regex TwelveDigits();
}
