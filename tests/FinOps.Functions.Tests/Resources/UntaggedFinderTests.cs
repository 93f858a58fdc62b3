using System.Globalization;
using Amazon.ResourceExplorer2.Model;
using FinOps.Core.Inventory;
using FinOps.Functions.Resources;

namespace FinOps.Functions.Tests.Resources;

public sealed class UntaggedFinderTests
{
    private const int Limit = 1_000;

    private static readonly string[] Regions = ["eu-west-1", "us-east-1"];
    private static readonly string[] Accounts = ["111122223333", "444455556666", "777788889999"];

    [Fact]
    public async Task Find_FewerThanAThousand_IsOneQuestion()
    {
        var explorer = new Explorer(Many("111122223333", "eu-west-1", "instance", 1_000));

        Assert.Empty(await explorer.FindAsync());

        Assert.Equal(["tag:none"], explorer.Queries);
        Assert.Equal(1_000, explorer.Found);
    }

    [Fact]
    public async Task Find_MoreInEveryRegionTypeAndAccount_SplitsUntilAllAreFound()
    {
        var explorer = new Explorer(
        [
            .. Many("111122223333", "eu-west-1", "instance", 900), .. Many("444455556666", "eu-west-1", "instance", 900), .. Many("444455556666", "eu-west-1", "subnet", 700),
            .. Many("444455556666", "us-east-1", "volume", 1_000), .. Many("777788889999", "global", "role", 20), .. Many("777788889999", "eu-west-1", "vpc", 5),
        ]);

        Assert.Empty(await explorer.FindAsync());

        Assert.Equal(900 + 900 + 700 + 1_000 + 20 + 5, explorer.Found);
        // One for a region that fits into one answer.
        Assert.Single(explorer.Queries, query => query.Contains("region:us-east-1", StringComparison.Ordinal));
        Assert.Contains("tag:none region:eu-west-1 -resourcetype:ec2:instance", explorer.Queries);
        Assert.Contains("tag:none region:eu-west-1 resourcetype:ec2:instance accountid:444455556666", explorer.Queries);
    }

    [Fact]
    public async Task Find_MoreOfOneTypeInOneAccount_SaysWhatRemains()
    {
        var explorer = new Explorer([.. Many("111122223333", "eu-west-1", "instance", 1_200), .. Many("444455556666", "eu-west-1", "instance", 30)]);

        var spot = Assert.Single(await explorer.FindAsync());

        Assert.Equal("some resources that were never tagged: of region:eu-west-1 resourcetype:ec2:instance accountid:111122223333", spot.What);
        Assert.Equal(1_000 + 30, explorer.Found);
    }

    [Fact]
    public async Task Find_MoreTypesThanAQueryCanName_IsAskedByAccount()
    {
        var explorer = new Explorer([.. Enumerable.Range(0, 70).SelectMany(type => Many(Accounts[type % 3], "eu-west-1", $"kind-with-a-long-name-{type}", 20))]);

        Assert.Empty(await explorer.FindAsync());

        Assert.Equal(1_400, explorer.Found);
        Assert.All(explorer.Queries, query => Assert.True(query.Length <= 1_280));
    }

    private static IEnumerable<Resource> Many(string account, string region, string kind, int count) => Enumerable.Range(0, count).Select(number => new Resource
    {
        Arn = $"arn:aws:ec2:{(region == LiveResource.Global ? "" : region)}:{account}:{kind}/{number.ToString("0000", CultureInfo.InvariantCulture)}",
        OwningAccountId = account,
        Region = region,
        ResourceType = $"ec2:{kind}",
    });

    /// <summary>Answers as Resource Explorer does: the first thousand, two hundred a page.</summary>
    private sealed class Explorer(IEnumerable<Resource> all) : IResourceSink
    {
        private readonly List<Resource> _all = [.. all];

        public List<string> Queries { get; } = [];

        public int Found { get; private set; }

        public void Add(LiveResource resource, SeenBy source) => Found++;

        public Task<IReadOnlyList<FinOps.Functions.Reports.Blindspot>> FindAsync() =>
            new UntaggedFinder((request, _) => Task.FromResult(Answer(request)), null, new ScanIntake(this)).FindAsync(Regions, Accounts, CancellationToken.None);

        private SearchResponse Answer(SearchRequest request)
        {
            if (request.NextToken is null)
                Queries.Add(request.QueryString!);
            var found = _all.Where(resource => request.QueryString!.Split(' ').All(filter => Holds(resource, filter))).ToList();
            var from = int.Parse(request.NextToken ?? "0", CultureInfo.InvariantCulture);
            var to = Math.Min(Math.Min(found.Count, Limit), from + 200);
            return new SearchResponse
            {
                Resources = found[from..to],
                Count = new ResourceCount { TotalResources = Math.Min(found.Count, Limit), Complete = found.Count <= Limit },
                NextToken = to < Math.Min(found.Count, Limit) ? to.ToString(CultureInfo.InvariantCulture) : null,
            };
        }

        private static bool Holds(Resource resource, string filter) => filter.Split(':', 2) switch
        {
            ["tag", _] => true,
            ["region", var region] => resource.Region == region,
            ["accountid", var account] => resource.OwningAccountId == account,
            ["resourcetype", var type] => resource.ResourceType == type,
            ["-resourcetype", var type] => resource.ResourceType != type,
            _ => throw new ArgumentException(filter),
        };
    }
}
