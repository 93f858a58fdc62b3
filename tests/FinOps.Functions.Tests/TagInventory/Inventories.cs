using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using FinOps.Core.Costs.Rows;
using FinOps.Core.Inventory;
using FinOps.Functions.Members;
using FinOps.Functions.Reports;
using FinOps.Functions.Resources;
using FinOps.Functions.TagInventory;
using FinOps.Functions.Tests.Support;
using Moq;

namespace FinOps.Functions.Tests.TagInventory;

/// <summary>Inventories of resources that a test thinks up.</summary>
internal static class Inventories
{
    public static readonly string[] Hostile =
    [
        "<img src=x onerror=alert(1)>", "=HYPERLINK(\"http://evil.example\",\"pay\")", "[invoice](https://evil.example) | **x** `y` @everyone", "two\r\nlines", "</style><script>alert(1)</script>",
        "\u202Egpj.exe", "constructor", "\"quoted\" & 'single'", new string('W', 256),
    ];

    public static LiveResource Resource(int number, params (string Key, string Value)[] tags) => new(
        $"arn:aws:ec2:eu-west-1:{Account(number)}:instance/i-{number:D6}", Account(number), "eu-west-1", "ec2:instance", tags.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal));

    /// <summary>What a bucket full of spellings, hostile texts and stray tags gives.</summary>
    public static List<LiveResource> Many()
    {
        string[] teams = ["payments", "Payments", "PAYMENTS", "paymnts", "search", "search", "checkout", "check-out"];
        string[] keys = ["Team", "Team", "team", "TEAM"];
        return
        [
            .. Enumerable.Range(0, 300).Select(number => Resource(number, (keys[number % 4], teams[number % 8]), ("Environment", number % 3 == 0 ? "production" : "prod"), ("Name", $"web-{number}"))),
            .. Enumerable.Range(300, 20).Select(number => Resource(number)),
            Resource(320, ("Team", "payments"), ("team", "search")),
        ];
    }

    /// <summary>256 characters, 50 times, of everything that means something to somebody.</summary>
    public static List<LiveResource> OfHostileTags() =>
    [
        .. Enumerable.Range(0, 40).Select(number => Resource(number, [.. Enumerable.Range(0, 50).Select(at => (Cut($"{at} {Hostile[(number + at) % Hostile.Length]}", 128), Cut(string.Concat(Enumerable.Repeat(Hostile[at % Hostile.Length], 20)), 256)))])),
        .. Hostile.SelectMany((text, at) => (LiveResource[])[Resource(100 + at, (Cut(text, 128), "x"), ("Team", text)), Resource(200 + at, (Cut(text.ToUpperInvariant(), 128), "x"), ("Team", text.ToUpperInvariant()), ("team", "payments"))]),
    ];

    public static async Task<TagInventoryRun> RunAsync(
        IEnumerable<LiveResource> resources, IReadOnlyList<CostRow>? bill = null, IReadOnlyList<string>? active = null, int neverTagged = 7, IReadOnlyList<Blindspot>? notSeen = null, int billKeys = 5, IAmazonCostExplorer? costExplorer = null)
    {
        var fake = new FakeClients(costExplorer ?? CostExplorer(bill ?? [], active ?? []));
        return await TagInventoryAnalyzer.RunAsync(
            new TagInventoryOptions { Standard = Standards.Own, BillKeys = billKeys, RunId = "run" },
            sink => Task.FromResult(Scan(sink, resources, neverTagged, notSeen ?? [])),
            Enumerable.Range(0, 3).ToDictionary(number => Account(number), number => $"O'Hara & \"sons\" <{number}>"),
            fake.Clients, new FixedTime(), CancellationToken.None);
    }

    public static IAmazonCostExplorer CostExplorer(IReadOnlyList<CostRow> bill, IReadOnlyList<string> active)
    {
        var (mock, billed) = (new Mock<IAmazonCostExplorer>(), new BilledCostExplorer(bill, groupsPerPage: 2) { BeginsWithEmptyPage = true });
        mock.Setup(client => client.GetCostAndUsageAsync(It.IsAny<GetCostAndUsageRequest>(), It.IsAny<CancellationToken>())).Returns((GetCostAndUsageRequest request, CancellationToken token) => billed.GetCostAndUsageAsync(request, token));
        mock.Setup(client => client.ListCostAllocationTagsAsync(It.IsAny<ListCostAllocationTagsRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ListCostAllocationTagsResponse
        {
            CostAllocationTags = [.. active.Select(key => new CostAllocationTag { TagKey = key, Status = CostAllocationTagStatus.Active }), new CostAllocationTag { TagKey = "Project", Status = CostAllocationTagStatus.Inactive }],
        });
        return mock.Object;
    }

    private static string Account(int number) => $"{100000000000 + (number % 3)}";

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    private static ScanOutcome Scan(IResourceSink sink, IEnumerable<LiveResource> resources, int neverTagged, IReadOnlyList<Blindspot> notSeen)
    {
        var count = 0;
        foreach (var resource in resources)
        {
            sink.Add(resource, SeenBy.TaggingApi);
            count++;
        }

        for (var number = 0; number < neverTagged; number++)
            sink.Add(Resource(900_000 + number) with { Type = number % 2 == 0 ? "s3" : "ec2:volume" }, SeenBy.ResourceExplorer);
        return new ScanOutcome
        {
            Accounts = [new MemberAccount(Account(0), "O'Hara", true)],
            Read = [new ScannedPlace(Account(0), "eu-west-1", count, 1)],
            NotRead = [],
            NotSeen = notSeen,
            Resources = count + neverTagged,
            NeverTagged = neverTagged,
            Requests = neverTagged < 0 ? new Dictionary<string, int> { ["Tagging"] = 3 } : new() { ["Tagging"] = 3, ["Resource Explorer"] = 1 },
            Retries = 0,
            BytesRead = 1_000,
            Elapsed = TimeSpan.FromSeconds(1),
        };
    }
}
