using FinOps.Core.Inventory;
using FinOps.Core.Organization.Synthetic;
using FinOps.Core.Organization.Synthetic.Resources;

namespace FinOps.Core.Tests.Organization.Synthetic;

public sealed class SyntheticResourcesTests
{
    private static readonly SyntheticOrganization Organization = SyntheticOrganization.Create(new() { AsOf = new DateOnly(2026, 11, 21), Months = 1 });
    private static readonly List<SyntheticResource> All = [.. Organization.Accounts.SelectMany(account => Organization.ResourcesOf(account))];

    [Fact]
    public void Resources_OfEveryActiveAccount_AreExactlyThoseThatItsBillNames()
    {
        var active = Organization.Accounts.Where(account => account.State == SyntheticAccountState.Active).Select(account => account.Id).ToHashSet();
        var billed = Organization.Costs.Series
            .Where(series => series.Item.ResourceId.Length > 0 && active.Contains(series.Item.AccountId))
            .Select(series => (series.Item.ResourceId, series.Item.AccountId, series.Item.Region))
            .ToHashSet();

        Assert.Equal(billed, All.Where(resource => resource.IsOnBill).Select(resource => (resource.Live.Arn, resource.Live.AccountId, resource.Live.Region)).ToHashSet());
        Assert.Equal(All.Count, All.Select(resource => resource.Live.Arn).Distinct().Count());
        Assert.Empty(Organization.Accounts.Where(account => !active.Contains(account.Id)).SelectMany(account => Organization.ResourcesOf(account)));
    }

    [Fact]
    public void Tags_OfABilledResource_AreThoseOfTheBillAndMore()
    {
        var billed = Organization.Costs.Series.Where(series => series.Item.ResourceId.Length > 0)
            .DistinctBy(series => series.Item.ResourceId).ToDictionary(series => series.Item.ResourceId, series => series.Item.Tags);
        foreach (var resource in All.Where(resource => resource.IsOnBill))
        {
            Assert.All(billed[resource.Live.Arn].Where(tag => tag.Key != "aws:createdBy"), tag => Assert.Equal(tag.Value, resource.Live.Tags[tag.Key]));
            Assert.DoesNotContain("aws:createdBy", resource.Live.Tags.Keys);
        }
    }

    [Fact]
    public void Resources_OfAnOrganization_HaveEveryKindOfMistake()
    {
        Assert.Contains(All, resource => !resource.EverTagged);
        Assert.Contains(All, resource => resource.EverTagged && resource.Live.Tags.Count == 0);
        Assert.DoesNotContain(All, resource => !resource.EverTagged && resource.Live.Tags.Count > 0);
        var keys = All.SelectMany(resource => resource.Live.Tags.Keys).ToHashSet();
        Assert.Superset(new HashSet<string> { "team", "owner", "Owners", "Onwer", "cost-center", "projects", "Schedule", "schedule", "constructor", "Name" }, keys);
        var values = All.SelectMany(resource => resource.Live.Tags.Values).ToList();
        Assert.Contains(values, value => value.Contains("<script>", StringComparison.Ordinal));
        Assert.Contains(values, value => value.StartsWith('='));
        Assert.Contains(values, value => value.Contains("\r\n", StringComparison.Ordinal));
        Assert.Contains(values, value => value.Contains('\u202E', StringComparison.Ordinal));
        Assert.Contains(All, resource => resource.Live.Tags.Count == 50 && resource.Live.Tags.Values.All(value => value.Length == 256));
        Assert.All(All, resource => Assert.True(resource.Live.Tags.Count <= 50));
    }

    [Fact]
    public void Resources_ThatCanBeStopped_AreThere()
    {
        foreach (var type in new[] { "ec2:instance", "rds:db", "rds:cluster", "autoscaling:autoScalingGroup" })
        {
            Assert.Contains(All, resource => resource.Live.Type == type && resource.Live.Tags.ContainsKey("Schedule"));
            Assert.Contains(All, resource => resource.Live.Type == type && !resource.Live.Tags.ContainsKey("Schedule"));
        }

        Assert.All(All.Where(resource => resource.Live.Type is "ec2:instance" or "rds:db"), resource => Assert.NotEmpty(resource.InstanceType));
        var groups = All.Where(resource => resource.Live.Type == "autoscaling:autoScalingGroup").Select(resource => (resource.Live.AccountId, resource.Id)).ToHashSet();
        var members = All.Where(resource => resource is { Group: not null, Live.Type: "ec2:instance" }).ToList();
        Assert.NotEmpty(members);
        Assert.All(members, member => Assert.Contains((member.Live.AccountId, member.Group!), groups));
        Assert.All(members, member => Assert.Equal(member.Group, member.Live.Tags["aws:autoscaling:groupName"]));
    }

    [Fact]
    public void ResourcesOf_EachRegion_AreAllOfThemOnce()
    {
        foreach (var account in Organization.Accounts)
        {
            var byRegion = SyntheticRegions.All.SelectMany(region => Organization.ResourcesOf(account, region)).Select(resource => resource.Live.Arn).Order(StringComparer.Ordinal);
            Assert.Equal(Organization.ResourcesOf(account).Select(resource => resource.Live.Arn).Order(StringComparer.Ordinal), byRegion);
        }

        Assert.Superset(SyntheticRegions.All.ToHashSet(), All.Select(resource => resource.Live.Region).ToHashSet());
        Assert.Contains(All, resource => resource.Live.Region == LiveResource.Global);
    }

    [Fact]
    public void Resources_WithMoreFreeOnes_KeepThoseThatWere()
    {
        var more = SyntheticOrganization.Create(Organization.Options with { FreeResources = 600 });
        var account = more.Accounts[7];
        var arns = more.ResourcesOf(account).Select(resource => resource.Live.Arn).ToHashSet();
        Assert.Superset(Organization.ResourcesOf(Organization.Accounts[7]).Select(resource => resource.Live.Arn).ToHashSet(), arns);
        Assert.True(arns.Count > 600);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(SyntheticOrganizationOptions.MaximumFreeResources + 1)]
    public void Create_WithAnImpossibleNumberOfResources_IsRefused(int number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticOrganization.Create(Organization.Options with { FreeResources = number }));
}
