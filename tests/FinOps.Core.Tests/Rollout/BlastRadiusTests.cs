using FinOps.Core.Rollout.Evidence;
using FinOps.Core.Rollout.Impact;
using FinOps.Core.Rollout.Waves;
using static FinOps.Core.Rollout.Waves.RolloutState;

namespace FinOps.Core.Tests.Rollout;

public sealed class BlastRadiusTests
{
    private const string Tagged = """{"tags":[{"key":"Team","value":"a"}]}""";
    private const string Instance = """{"items":[{"resourceType":"instance","tags":[{"key":"Team","value":"a"}]}]}""";

    [Fact]
    public async Task Report_DeniedCalls_AreGroupedWithCountTimesAndExample()
    {
        var wave = (await JudgeAsync(
            Events.Call("1", "s3", "CreateBucket", "{}", day: "2026-03-12"),
            Events.Call("2", "s3", "CreateBucket", "{}", day: "2026-03-10"),
            Events.Call("3", "s3", "CreateBucket", Tagged),
            Events.Call("4", "s3", "ListBuckets", "{}"))).Impact.Of("canary");

        var group = Assert.Single(wave.Denials);
        Assert.Equal(new ImpactGroup(SmallRollout.Canary, Events.Role, "s3:CreateBucket", "Team", 2, At(10), At(12), "1"), group);
        Assert.Equal((4, 2, 0, 2), (wave.Events, wave.Denied, wave.Unjudged, wave.WithoutTags));
    }

    [Theory]
    [InlineData("""{"tagSpecificationSet":{"items":[{"resourceType":"instance","tags":[{"key":"Team","value":"a"}]},{"resourceType":"volume","tags":[{"key":"Team","value":"a"}]}]}}""", 0, 0)]
    [InlineData("""{"tagSpecificationSet":""" + Instance + "}", 1, 0)]
    [InlineData("""{"tagSpecificationSet":""" + Instance + ""","launchTemplate":{"launchTemplateId":"lt-1"}}""", 0, 1)]
    [InlineData("null", 0, 1)]
    public async Task Report_Launches_NeedTagsOnInstanceAndVolumeAndDoubtTemplates(string parameters, int denied, int unjudged)
    {
        var wave = (await JudgeAsync(Events.Call("1", "ec2", "RunInstances", parameters))).Impact.Of("canary");

        Assert.Equal((denied, unjudged), (wave.Denied, wave.Unjudged));
        Assert.Equal((denied, unjudged), (wave.Denials.Count, wave.Doubts.Count));
    }

    [Fact]
    public async Task Report_WhoIsNotBound_IsNotDenied()
    {
        var report = (await JudgeAsync(
            Events.Call("1", "s3", "CreateBucket", "{}", role: "arn:aws:iam::111111111111:role/break-glass"),
            Events.Call("2", "s3", "CreateBucket", "{}", role: "arn:aws:iam::111111111111:role/aws-service-role/x.amazonaws.com/X"),
            Events.Call("3", "s3", "CreateBucket", "{}", account: SmallRollout.Payer),
            Events.Call("4", "s3", "CreateBucket", "{}", account: "444444444444"),
            Events.Call("5", "s3", "CreateBucket", "{}", day: "2026-01-01"),
            Events.Call("6", "s3", "CreateBucket", "{}", extra: ""","errorCode":"BucketAlreadyExists" """))).Impact;

        Assert.Equal(0, report.Waves.Sum(wave => wave.Denied));
        Assert.Equal((2, 1, 1), (report.Unreached, report.OutsideTime, report.Of("canary").FailedAnyway));
        Assert.Equal([SmallRollout.Production], report.Of("workloads").Silent);
    }

    [Fact]
    public async Task Report_RefusedAndRepeatedCalls_CountOnce()
    {
        var call = Events.Call("1", "s3", "CreateBucket", "{}", extra: ""","errorCode":"AccessDenied" """);

        var report = (await JudgeAsync(call, call)).Impact;

        Assert.Equal((1, 1), (report.Of("canary").Denied, report.Repeated));
    }

    [Fact]
    public async Task Gate_DeniesWithoutEvidenceOverTheLimitAndInDoubtAndOnlyDoubtsCanBeAccepted()
    {
        var sequence = SmallRollout.Sequence(Enforcing, Planned, Planned);
        var good = await JudgeAsync(Events.Call("1", "s3", "CreateBucket", Tagged));
        var denied = await JudgeAsync(Events.Call("1", "s3", "CreateBucket", "{}"));
        var unsure = await JudgeAsync(Events.Call("1", "s3", "CreateBucket", "null"));
        var broken = await JudgeAsync(Events.Call("1", "s3", "CreateBucket", Tagged), "{}");

        Assert.Empty(Judge(good));
        Assert.Equal(["FIN2095"], Judge(null));
        Assert.Equal(["FIN2095"], Judge(await JudgeAsync()));
        Assert.Equal(["FIN2095"], Judge(unsure));
        Assert.Equal(["FIN2095"], Judge(broken));
        Assert.Equal(["FIN2095"], Judge(good, day: SmallRollout.Day.AddDays(6)));
        Assert.Equal(["FIN2094"], Judge(denied));
        Assert.Equal(["FIN2094"], Judge(denied, "we know"));
        Assert.Empty(Judge(null, "the accounts are new"));
        Assert.Empty(Judge(denied, limits: new RolloutLimits { MaximumDenials = 1 }));

        IEnumerable<string> Judge((EvidenceReading Reading, ImpactReport Impact)? evidence, string? accepted = null, DateOnly? day = null, RolloutLimits? limits = null) => RolloutGate
            .Judge(limits is null ? sequence : SmallRollout.Sequence(Enforcing, Planned, Planned, limits), "workloads", evidence?.Impact, evidence?.Reading, day ?? new DateOnly(2026, 3, 20), accepted)
            .Select(problem => problem.Id);
    }

    [Fact]
    public void Witnesses_AreTheWaveBeforeAndTheWaveThatReports()
    {
        Assert.Empty(RolloutGate.Witnesses(SmallRollout.Sequence(Planned, Planned, Planned), "canary"));
        Assert.Equal(["canary"], RolloutGate.Witnesses(SmallRollout.Sequence(ReportOnly, Planned, Planned), "canary").Select(wave => wave.Name));
        Assert.Equal(["canary", "workloads"], RolloutGate.Witnesses(SmallRollout.Sequence(Enforcing, ReportOnly, Planned), "workloads").Select(wave => wave.Name));
    }

    private static DateTimeOffset At(int day) => new(2026, 3, day, 10, 0, 0, TimeSpan.Zero);

    private static async Task<(EvidenceReading Reading, ImpactReport Impact)> JudgeAsync(params string[] records)
    {
        var (events, reading) = await Events.ReadAsync(Events.File(records));
        var radius = new BlastRadius(SmallRollout.Plan(SmallRollout.Sequence(Enforcing, Planned, Planned)), _ => new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        events.ForEach(radius.Add);
        return (reading, radius.Report());
    }
}
