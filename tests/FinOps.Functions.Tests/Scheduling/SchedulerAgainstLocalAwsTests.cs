using Amazon.S3.Model;
using FinOps.Core.Costs;
using FinOps.Core.Scheduling;
using FinOps.Core.Scheduling.Decisions;
using FinOps.Core.Scheduling.Savings;
using FinOps.Functions.Aws;
using FinOps.Functions.Scheduling;
using FinOps.Functions.Scheduling.Gathering;
using FinOps.Functions.Scheduling.Memory;
using FinOps.Functions.Scheduling.Switching;
using FinOps.Functions.Tests.Support;

namespace FinOps.Functions.Tests.Scheduling;

/// <summary>The scheduler over real sockets, signed, in every account and region of an embedded organization.</summary>
public sealed class SchedulerAgainstLocalAwsTests(SchedulerFixture fixture) : IClassFixture<SchedulerFixture>
{
    private static readonly string[] Switches = ["StopInstances", "StartInstances", "StopDBInstance", "StartDBInstance", "StopDBCluster", "StartDBCluster", "UpdateAutoScalingGroup", "CreateOrUpdateTags"];

    private readonly Schedulers _aws = fixture.Schedulers;

    /// <summary>One story, as each step needs the one before it.</summary>
    [Fact]
    public async Task Stop_Look_AndStartAgain()
    {
        var before = _aws.Server.Calls.SinceStart().Count;
        var dry = await _aws.RunAsync(Schedulers.Closed, apply: false);
        Assert.DoesNotContain(_aws.Server.Calls.SinceStart().Skip(before), call => Switches.Contains(call.Operation));
        Assert.Equal(dry.Count(SwitchAction.Stop), dry.Count(SwitchResult.WouldDo));
        Assert.Empty(dry.NotSeen);
        Assert.Equal(ByKind(dry, row => row.Action == SwitchAction.Stop).Keys, Enum.GetValues<ResourceKind>());

        // Exactly what is tagged, on the list and free to be switched by itself.
        var done = await _aws.RunAsync(Schedulers.Closed);
        Assert.Equal(Switched(dry), Switched(done));
        Assert.All(done.Rows.Where(row => row.Action != SwitchAction.Leave), row => Assert.Equal(SwitchResult.Done, row.Result));
        Assert.All(done.Rows.Where(row => row.Action != SwitchAction.Leave), row => Assert.Contains(row.Environment, (string[])["dev", "sandbox"]));
        Assert.Contains(done.Rows, row => row.Reason == DecisionReason.Production);
        Assert.Contains(done.Rows, row => row.Reason == DecisionReason.CannotBeSwitched);
        Assert.Contains(done.Rows, row => row.Reason == DecisionReason.NotUnderstood);
        var known = _aws.Server.Organization.Accounts.SelectMany(account => _aws.Server.Organization.ResourcesOf(account)).ToDictionary(resource => resource.Live.Arn, resource => resource.Live.Tags);
        Assert.All(Switched(done), arn => Assert.True(known[arn].ContainsKey("Schedule") && known[arn]["Environment"] is "dev" or "sandbox"));

        // Nothing is left to do, and the hours count.
        var later = await _aws.RunAsync(Schedulers.Closed, apply: false, new FixedTime { Now = TimeProvider.System.GetUtcNow().AddHours(10) });
        Assert.Empty(Switched(later));
        var stopped = later.Rows.Where(row => row.StoppedHours is not null).ToList();
        Assert.Equal(Switched(done).Order(StringComparer.Ordinal), stopped.Select(row => row.Arn).Order(StringComparer.Ordinal));
        Assert.All(stopped, row => Assert.InRange(row.StoppedHours!.Value, 9.5m, 10.1m));

        var started = await _aws.RunAsync(Schedulers.Open);
        Assert.Equal(Switched(done), Switched(started));
        Assert.All(started.Rows.Where(row => row.Action != SwitchAction.Leave), row => Assert.Equal((SwitchAction.Start, SwitchResult.Done), (row.Action, row.Result)));
        Assert.Empty(Switched(await _aws.RunAsync(Schedulers.Open)));
    }

    [Fact]
    public async Task Memory_DatabaseThatAwsStartedAgain_IsToldAsSuch()
    {
        using var clients = ReportClients.Create(_aws.Connection());
        await clients.Storage.PutBucketAsync(new PutBucketRequest { BucketName = "scheduler-memory" });
        var database = (await _aws.RunAsync(Schedulers.Closed, apply: false)).Rows.First(row => row is { Kind: ResourceKind.Database, Action: SwitchAction.Stop });
        var store = new SchedulerMemoryStore(clients, "scheduler-memory");
        Assert.Equal(new SchedulerMemory().Stops, (await store.LoadAsync(CancellationToken.None)).Stops);
        Assert.True(await store.SaveAsync(new SchedulerMemory { Stops = { [database.Arn] = TimeProvider.System.GetUtcNow().AddDays(-8) }, Rates = [new BilledHours("eu-west-1", "BoxUsage:x", 2, Money.Parse("1.25", "USD"))] }, CancellationToken.None));
        // Another run wrote since this one read.
        Assert.False(await store.SaveAsync(new SchedulerMemory(), CancellationToken.None));

        var report = await _aws.RunAsync(Schedulers.Closed, apply: false, bucket: "scheduler-memory");

        var row = report.Rows.Single(row => row.Arn == database.Arn);
        Assert.Equal(DecisionReason.RestartedByAws, row.Reason);
        Assert.Contains("AWS started it 7 days after it was stopped", row.Why, StringComparison.Ordinal);
        var kept = await new SchedulerMemoryStore(clients, "scheduler-memory").LoadAsync(CancellationToken.None);
        Assert.Equal(report.Day, kept.ReportedOn);
        Assert.Equal(Money.Usd(1.25m), Assert.Single(kept.Rates).Cost);
        // The first run of the day is kept; a second that switches nothing is not.
        Assert.Equal(4 + 1, await CountAsync(clients, report));
        await _aws.RunAsync(Schedulers.Closed, apply: false, bucket: "scheduler-memory");
        Assert.Equal(4 + 1, await CountAsync(clients, report));
    }

    [Fact]
    public async Task Rates_AreTheBillsOwn()
    {
        using var clients = ReportClients.Create(_aws.Connection());
        var meter = new RequestMeter();
        var period = DateRange.OfDays(Bills.AsOf.AddDays(-16), 14);

        var rates = OnDemandRates.From(await RateReader.ReadAsync(clients, meter, period, CancellationToken.None), period);

        Assert.Equal(1, meter.Requests["Cost Explorer"]);
        var running = _aws.Server.Organization.Accounts.Skip(1).SelectMany(account => _aws.Server.Organization.ResourcesOf(account))
            .Where(resource => resource is { IsOnBill: true, InstanceType: "m6i.large" or "db.t4g.large", Live.Type: "ec2:instance" or "rds:db" }).ToList();
        Assert.NotEmpty(running);
        Assert.All(running, resource =>
        {
            var machine = resource.Live.Type == "ec2:instance" ? MachineHours.Instance(resource.InstanceType) : MachineHours.Database(resource.InstanceType, resource.IsMultiAz);
            Assert.Equal(resource.InstanceType == "m6i.large" ? 0.096m : 0.129m, decimal.Round(rates.Of(resource.Live.Region, [machine])!.Value.Amount, 3));
        });
    }

    private static async Task<int> CountAsync(ReportClients clients, SchedulerReport report)
    {
        var listed = await clients.Storage.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "scheduler-memory" });
        return listed.S3Objects.Count(item => item.Key.StartsWith($"reports/{report.FunctionName}/", StringComparison.Ordinal) || item.Key == SchedulerMemoryStore.Key);
    }

    private static IReadOnlyList<string> Switched(SchedulerReport report) => [.. report.Rows.Where(row => row.Action != SwitchAction.Leave).Select(row => row.Arn)];

    private static SortedDictionary<ResourceKind, int> ByKind(SchedulerReport report, Func<SwitchRow, bool> which) =>
        new(report.Rows.Where(which).GroupBy(row => row.Kind).ToDictionary(group => group.Key, group => group.Count()));
}
