using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using Amazon.Runtime;
using FinOps.Core.Costs;
using FinOps.Functions.Tests.Support;
using Moq;

namespace FinOps.Functions.Tests.TagInventory;

public sealed class TagInventoryAnalyzerTests
{
    [Fact]
    public async Task RunAsync_ManySpellings_CountsProposesAndRefuses()
    {
        var (report, fixes) = await Inventories.RunAsync(Inventories.Many());

        Assert.Equal((321, 20, 902L), (report.Totals.Resources, report.Totals.Untagged, report.Totals.Tags));
        var team = Assert.Single(report.KeyClusters);
        Assert.Equal(("Team", 151), (team.Canonical, team.ToChange));
        Assert.Equal(["Environment", "Team"], report.ValueClusters.Select(key => key.Key).Order());
        Assert.Equal(["payments", "checkout"], report.ValueClusters.Single(key => key.Key == "Team").Clusters.Select(cluster => cluster.Canonical));
        Assert.Equal(["Name"], report.NotCompared);
        Assert.Equal((fixes.Count, 1), (report.Fixes.Tags, report.Fixes.Refused));
        Assert.Equal(fixes.Count, report.Fixes.Accounts.Sum(account => account.Tags));
        Assert.All(fixes, fix => Assert.True(Standards.Own.IsAllowed(fix.NewKey, fix.NewValue)));
        Assert.Equal(7, report.NeverTagged!.Resources);
        Assert.Equal((7, 7), (report.NeverTagged.Accounts.Sum(place => place.Resources), report.NeverTagged.Types.Sum(place => place.Resources)));
    }

    [Fact]
    public async Task RunAsync_OnlyActivatedKeys_HaveAmountsAndTheyAddUp()
    {
        var bill = Bills.Daily(("payments", "one"), ("Payments", "two"), ("", "three"));

        var (report, _) = await Inventories.RunAsync(Inventories.Many(), bill, active: ["Team", "NobodyHasIt"]);

        var spend = Assert.Single(report.Spend.Keys, key => key.Key == "Team");
        Assert.Equal(Money.Usd(30 * 30), spend.Total);
        Assert.Equal((Money.Usd(600), Money.Usd(300)), (spend.Tagged, spend.Untagged));
        var team = report.Keys.Single(key => key.Key == "Team");
        Assert.Equal(Money.Usd(600), team.Spend);
        Assert.Equal(team.Spend, Money.Sum(team.Values.Select(value => value.Spend!.Value)));
        Assert.Equal(Money.Zero("USD"), team.Values.Single(value => value.Value == "search").Spend);
        // Not asked is not nothing: no amount stands there, and it is said.
        Assert.All(report.Keys.Where(key => key.Key != "Team"), key => Assert.Null(key.Spend));
        Assert.Equal(["Project", "Environment", "CostCenter"], report.Spend.NotActive);
        Assert.Contains(report.NotSeen, spot => spot.What == "what carries Project, Environment, CostCenter");
    }

    [Fact]
    public async Task RunAsync_MoreActivatedKeysThanMayBeAsked_SaysWhich()
    {
        var (report, _) = await Inventories.RunAsync(Inventories.Many(), Bills.Daily(("payments", "one")), active: ["Team", "Name", "Environment"], billKeys: 2);

        Assert.Equal(["Team", "Environment"], report.Spend.Keys.Select(key => key.Key));
        Assert.Equal(["Name"], report.Spend.NotAsked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RunAsync_BillDenied_HasNoAmountAndSaysSo(bool list)
    {
        var mock = new Mock<IAmazonCostExplorer>();
        var denied = new AmazonServiceException("no", ErrorType.Sender, "AccessDeniedException", "r", System.Net.HttpStatusCode.BadRequest);
        if (list)
            mock.Setup(client => client.ListCostAllocationTagsAsync(It.IsAny<ListCostAllocationTagsRequest>(), It.IsAny<CancellationToken>())).ThrowsAsync(denied);
        else
            mock.Setup(client => client.ListCostAllocationTagsAsync(It.IsAny<ListCostAllocationTagsRequest>(), It.IsAny<CancellationToken>()))
                .ReturnsAsync(new ListCostAllocationTagsResponse { CostAllocationTags = [new CostAllocationTag { TagKey = "Team", Status = CostAllocationTagStatus.Active }] });
        mock.Setup(client => client.GetCostAndUsageAsync(It.IsAny<GetCostAndUsageRequest>(), It.IsAny<CancellationToken>())).ThrowsAsync(denied);

        var (report, fixes) = await Inventories.RunAsync(Inventories.Many(), costExplorer: mock.Object);

        Assert.NotEmpty(fixes);
        Assert.All(report.Keys, key => Assert.Null(key.Spend));
        Assert.Contains(report.NotSeen, spot => spot.What.StartsWith("what carries", StringComparison.Ordinal) && spot.Why == "no");
    }

    [Fact]
    public async Task RunAsync_NobodySaysWhatWasNeverTagged_IsNotZero()
    {
        var (report, _) = await Inventories.RunAsync(Inventories.Many(), neverTagged: -1);

        Assert.Null(report.NeverTagged);
    }
}
