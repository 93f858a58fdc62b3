using Amazon.Runtime;
using FinOps.Core.Inventory;
using FinOps.Core.Organization.Synthetic;
using FinOps.Functions.Aws;
using FinOps.Functions.Members;
using FinOps.Functions.Resources;
using FinOps.Functions.TagFixes;
using FinOps.Functions.TagInventory;
using FinOps.Functions.Tests.Support;
using FinOps.LocalAws;
using FinOps.LocalAws.Faults;

namespace FinOps.Functions.Tests.TagInventory;

/// <summary>From the scan to the written tag, over real sockets, in every account of an embedded organization.</summary>
public sealed class InventoryAgainstLocalAwsTests : IAsyncLifetime
{
    private static readonly MemberSettings Role = new("OrganizationAccountAccessRole", "finops");

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("finops-inventory-");
    private LocalAwsServer? _server;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public async Task FixesThatAreApplied_AreProposedNoMore()
    {
        var aws = await StartAsync();
        var (before, fixes) = await InventoryAsync(aws);

        Assert.Equal(before.Totals.Resources, before.Accounts.Sum(account => account.Resources));
        Assert.True(before.Accounts.Count > 3);
        Assert.True(before.NeverTagged!.Resources > 0);
        Assert.NotEmpty(before.KeyClusters);
        Assert.NotEmpty(fixes);

        var file = FixFile.Read(FixFile.Write(fixes), "fixes.csv");
        var dry = await MemberTagging.RunAsync(file, apply: false, aws, Role, TimeProvider.System, CancellationToken.None);
        Assert.Equal((before.Fixes.Hash, fixes.Count), (dry.Hash, dry.Count(FixState.Ready)));
        var wet = await MemberTagging.RunAsync(file, apply: true, aws, Role, TimeProvider.System, CancellationToken.None);
        Assert.Equal(fixes.Count, wet.Count(FixState.Applied));
        Assert.Equal(fixes.Count, (await MemberTagging.RunAsync(file, apply: true, aws, Role, TimeProvider.System, CancellationToken.None)).Count(FixState.AlreadyDone));

        var (after, left) = await InventoryAsync(aws);
        Assert.Empty(left);
        Assert.Equal(before.Totals.Resources, after.Totals.Resources);
        Assert.Equal(before.Fixes.Refused, after.Fixes.Refused);
    }

    [Fact]
    public async Task BadDay_LosesNothingSilently()
    {
        var plain = await InventoryAsync(await StartAsync());
        var accounts = _server!.Organization.Accounts.Where(account => account.Id != _server.Organization.ManagementAccount.Id).Select(account => account.Id).Order(StringComparer.Ordinal).ToList();
        await _server.DisposeAsync();
        var aws = await StartAsync(
            new Fault { Service = "tagging", Account = accounts[0], Error = "AccessDeniedException" },
            new Fault { Service = "tagging", Operation = "GetResources", From = 3, Times = 2, Error = "ThrottledException" },
            new Fault { Service = "tagging", Operation = "GetResources", From = 9, Times = 1, Status = 503, Error = "InternalServiceException" },
            new Fault { Service = "resource-explorer-2", Error = "AccessDeniedException" },
            new Fault { Service = "ce", Operation = "ListCostAllocationTags", Error = "AccessDeniedException" });

        var (report, _) = await InventoryAsync(aws);

        Assert.Equal(plain.Report.Totals.Resources - plain.Report.Accounts.Where(account => account.Name == accounts[0]).Sum(account => account.Resources), report.Totals.Resources);
        Assert.Null(report.NeverTagged);
        Assert.Contains(report.NotSeen, spot => spot.What.Contains(accounts[0], StringComparison.Ordinal));
        Assert.Contains(report.NotSeen, spot => spot.What.StartsWith("resources that were never tagged", StringComparison.Ordinal));
        Assert.Contains(report.NotSeen, spot => spot.What == "what carries each key");
    }

    [Fact]
    public async Task TimeIsOver_TellsWhatWasNotRead()
    {
        var aws = await StartAsync();
        using var clients = ReportClients.Create(aws);
        using var sessions = new MemberSessions(aws, Role, TagInventoryAnalyzer.FunctionName);
        using var scanEnd = new CancellationTokenSource();

        var (report, _) = await TagInventoryAnalyzer.RunAsync(
            new TagInventoryOptions { Standard = Standards.Own, BillKeys = 0 },
            sink => new ResourceScanner(sessions, new ScanOptions { Concurrency = 1 }, TimeProvider.System).RunAsync(new EndingSink(sink, scanEnd), scanEnd.Token, CancellationToken.None),
            new Dictionary<string, string>(), clients, TimeProvider.System, CancellationToken.None);

        Assert.True(report.Totals.Resources >= EndingSink.Most);
        Assert.Contains(report.NotSeen, spot => spot.Why.Contains("time", StringComparison.Ordinal));
    }

    private static async Task<TagInventoryRun> InventoryAsync(AwsConnection aws)
    {
        using var clients = ReportClients.Create(aws);
        using var sessions = new MemberSessions(aws, Role, TagInventoryAnalyzer.FunctionName);
        return await TagInventoryAnalyzer.RunAsync(
            new TagInventoryOptions { Standard = Standards.Own }, sessions, new ScanOptions { FirstWait = TimeSpan.FromMilliseconds(1) }, clients, TimeProvider.System, CancellationToken.None, CancellationToken.None);
    }

    private async Task<AwsConnection> StartAsync(params Fault[] faults)
    {
        _server = await LocalAwsServer.StartAsync(new LocalAwsOptions
        {
            DataDirectory = _directory.FullName,
            Organization = new SyntheticOrganizationOptions { AsOf = Bills.AsOf, Months = 2, Accounts = 6 },
            Faults = faults,
        });
        return new AwsConnection(new BasicAWSCredentials(_server.AccessKeyId, _server.SecretAccessKey), _server.Url, AwsConnection.GlobalRegion, Retries: 2);
    }

    /// <summary>Ends the scan after some resources.</summary>
    private sealed class EndingSink(IResourceSink sink, CancellationTokenSource end) : IResourceSink
    {
        public const int Most = 60;

        private int _count;

        public void Add(LiveResource resource, SeenBy source)
        {
            sink.Add(resource, source);
            if (++_count == Most)
                end.Cancel();
        }
    }
}
