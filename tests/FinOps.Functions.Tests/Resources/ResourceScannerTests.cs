using FinOps.Core.Organization.Synthetic.Resources;
using FinOps.Functions.Resources;

namespace FinOps.Functions.Tests.Resources;

public sealed class ResourceScannerTests
{
    [Fact]
    public async Task Run_OverTheOrganization_FindsEachResourceOnceWithItsTags()
    {
        await using var rig = await ScanRig.StartAsync(accounts: 14);

        var outcome = await rig.RunAsync();

        Assert.Equal(rig.Expected(), rig.Arns());
        Assert.Empty(outcome.NotRead);
        Assert.Empty(outcome.NotSeen);
        // All but the suspended one.
        Assert.Equal(13 * SyntheticRegions.All.Count, outcome.Read.Count);
        Assert.Equal(13 * SyntheticRegions.All.Count, outcome.Requests["Resource Groups Tagging API"]);
        Assert.Equal((13, 1, 0), (outcome.Requests["EC2"], outcome.Requests["Resource Explorer"], outcome.Retries));
        Assert.Equal(rig.Found.Count, outcome.Resources);
        Assert.Equal(rig.Found.Count - outcome.NeverTagged, outcome.Read.Sum(place => place.Resources));

        var made = rig.Organization.Accounts.SelectMany(account => rig.Organization.ResourcesOf(account)).ToDictionary(resource => resource.Live.Arn);
        Assert.All(rig.Found.Where(found => made.ContainsKey(found.Resource.Arn)), found =>
        {
            var live = made[found.Resource.Arn].Live;
            Assert.Equal((live.AccountId, live.Region, live.Type), (found.Resource.AccountId, found.Resource.Region, found.Resource.Type));
            // What has no tags but AWS's own may be told by either.
            if (found.Source == SeenBy.TaggingApi)
                Assert.Equal(live.Tags, found.Resource.Tags);
        });
        Assert.Equal(rig.Expected(resource => !ScanRig.IsListed(resource)), rig.Arns(SeenBy.ResourceExplorer));
        Assert.Equal(rig.Expected(resource => !ScanRig.IsListed(resource)).Count, outcome.NeverTagged);
    }

    [Fact]
    public async Task Run_WithoutResourceExplorer_SaysWhatItCannotSee()
    {
        await using var rig = await ScanRig.StartAsync(accounts: 2);
        rig.Options = rig.Options with { Explorer = null, Regions = ["us-east-1"] };

        var outcome = await rig.RunAsync();

        Assert.Equal(0, outcome.NeverTagged);
        Assert.Equal("resources that were never tagged", Assert.Single(outcome.NotSeen).What);
        Assert.Equal(2, outcome.Read.Count);
    }

    [Fact]
    public async Task Run_WhereResourceExplorerHasNoView_SaysSoAndKeepsTheRest()
    {
        await using var rig = await ScanRig.StartAsync(accounts: 2);
        rig.Options = rig.Options with { Explorer = new ExplorerOptions("eu-west-1") };

        var outcome = await rig.RunAsync();

        Assert.Contains("no view", Assert.Single(outcome.NotSeen).Why, StringComparison.Ordinal);
        Assert.Equal(rig.Expected(ScanRig.IsListed), rig.Arns());
    }

    [Fact]
    public async Task Run_ManyResourcesInOnePlace_ReadsAllPagesAndKeepsToTheRate()
    {
        await using var rig = await ScanRig.StartAsync(accounts: 1, freeResources: 2_000);
        rig.Options = rig.Options with { RequestsPerSecond = 2, Explorer = null };

        var outcome = await rig.RunAsync();

        Assert.Equal(rig.Expected(ScanRig.IsListed), rig.Arns());
        var longest = outcome.Read.Max(place => place.Pages);
        Assert.True(longest > 10);
        // Two pages at once, then two a second.
        Assert.True(rig.Time.Waited >= TimeSpan.FromSeconds((longest - 2 - 1) / 2.0), $"{longest} pages after {rig.Time.Waited}");
    }

    [Fact]
    public async Task Run_Cancelled_EndsWithThat()
    {
        await using var rig = await ScanRig.StartAsync(accounts: 2);
        using var stop = new CancellationTokenSource();
        rig.OnResource = stop.Cancel;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rig.RunAsync(cancellationToken: stop.Token));
    }
}
