using FinOps.Core.Problems;
using FinOps.Core.Scheduling;
using FinOps.Core.Scheduling.Decisions;
using FsCheck;
using FsCheck.Fluent;
using static FinOps.Core.Tests.Scheduling.Scheduled;

namespace FinOps.Core.Tests.Scheduling;

public sealed class SwitchDeciderTests
{
    private const string Open = "2026-03-06T12:00+01:00";
    private const string Closed = "2026-03-06T20:30+01:00";
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(20_260_306, 1);

    [Theory]
    [InlineData(RunState.Running, Open, SwitchAction.Leave, DecisionReason.AsItShouldBe)]
    [InlineData(RunState.Running, Closed, SwitchAction.Stop, DecisionReason.Schedule)]
    [InlineData(RunState.Stopped, Open, SwitchAction.Start, DecisionReason.Schedule)]
    [InlineData(RunState.Stopped, Closed, SwitchAction.Leave, DecisionReason.AsItShouldBe)]
    [InlineData(RunState.Changing, Closed, SwitchAction.Leave, DecisionReason.InTransition)]
    public void State_AgainstSchedule(RunState state, string at, SwitchAction action, DecisionReason reason)
    {
        var decision = Decide(Resource(state, ("Environment", "dev"), ("Schedule", "office-hours")), at);

        Assert.Equal((action, reason), (decision.Action, decision.Reason));
    }

    [Theory]
    [InlineData("Environment", "prod", DecisionReason.Production)]
    [InlineData("Environment", "Prod", DecisionReason.Production)]
    [InlineData("Environment", " PROD ", DecisionReason.Production)]
    [InlineData("Environment", "Dev", DecisionReason.EnvironmentNotListed)]
    [InlineData("Environment", "staging", DecisionReason.EnvironmentNotListed)]
    [InlineData("Environment", "", DecisionReason.EnvironmentNotListed)]
    [InlineData("environment", "dev", DecisionReason.EnvironmentNotListed)]
    public void Environment_NotExactlyOnTheList_IsLeftAlone(string key, string value, DecisionReason reason) =>
        Assert.Equal((SwitchAction.Leave, reason), Outcome(Resource(RunState.Running, (key, value), ("Schedule", "office-hours"))));

    [Fact]
    public void TwoEnvironmentTags_OneOfThemProduction_AreProduction() =>
        Assert.Equal(DecisionReason.Production, Outcome(Resource(RunState.Running, ("Environment", "dev"), ("environment", "prod"), ("Schedule", "office-hours"))).Reason);

    [Theory]
    [InlineData("ignore", DecisionReason.Ignored)]
    [InlineData("exempt", DecisionReason.Ignored)]
    [InlineData("office_hours", DecisionReason.NotUnderstood)]
    [InlineData("", DecisionReason.NotUnderstood)]
    [InlineData("<script>alert(1)</script>", DecisionReason.NotUnderstood)]
    [InlineData("constructor", DecisionReason.NotUnderstood)]
    public void ScheduleValue_ThatSaysNothingToDo_IsLeftAlone(string value, DecisionReason reason) =>
        Assert.Equal((SwitchAction.Leave, reason), Outcome(Resource(RunState.Running, ("Environment", "dev"), ("Schedule", value))));

    [Fact]
    public void ScheduleName_MisspelledOne_IsToldTheNearest() =>
        Assert.Contains("office-hours is the nearest", Decide(Resource(RunState.Running, ("Environment", "dev"), ("Schedule", "Office_Hours")), Closed).Why, StringComparison.Ordinal);

    [Fact]
    public void HoursInTheTag_AreAScheduleOfTheirOwn() =>
        Assert.Equal((SwitchAction.Stop, DecisionReason.Schedule), Outcome(Resource(RunState.Running, ("Environment", "dev"), ("Schedule", "Mon-Fri 08:00-20:00"))));

    [Theory]
    [InlineData("running until 2026-03-06T21:00", RunState.Stopped, SwitchAction.Start, DecisionReason.Override)]
    [InlineData("running until 2026-03-06T20:30", RunState.Stopped, SwitchAction.Leave, DecisionReason.AsItShouldBe)]
    [InlineData("running until 2026-03-06T19:31Z", RunState.Stopped, SwitchAction.Start, DecisionReason.Override)]
    [InlineData("running until 2026-03-06T14:31:00-05:00", RunState.Stopped, SwitchAction.Start, DecisionReason.Override)]
    [InlineData("stopped until 2026-03-10", RunState.Running, SwitchAction.Stop, DecisionReason.Override)]
    [InlineData("ignore until 2026-03-10", RunState.Running, SwitchAction.Leave, DecisionReason.Ignored)]
    [InlineData("running until tomorrow", RunState.Running, SwitchAction.Leave, DecisionReason.NotUnderstood)]
    [InlineData("running until 2026-02-30", RunState.Running, SwitchAction.Leave, DecisionReason.NotUnderstood)]
    [InlineData("running until 9999-12-31", RunState.Running, SwitchAction.Leave, DecisionReason.NotUnderstood)]
    [InlineData("running", RunState.Running, SwitchAction.Leave, DecisionReason.NotUnderstood)]
    public void Override_HoldsUntilItsTime(string value, RunState state, SwitchAction action, DecisionReason reason) =>
        Assert.Equal((action, reason), Outcome(Resource(state, ("Environment", "dev"), ("Schedule", "office-hours"), ("ScheduleOverride", value))));

    [Fact]
    public void Exempt_OrFixed_IsLeftAlone()
    {
        var resource = Resource(RunState.Running, ("Environment", "dev"), ("Schedule", "office-hours"));

        Assert.Equal(DecisionReason.CannotBeSwitched, Outcome(resource with { Fixed = "it is a Spot instance" }).Reason);
        Assert.Equal(DecisionReason.Exempt, Outcome(resource with { Live = resource.Live with { Arn = "arn:aws:ec2:eu-central-1:999999999999:instance/i-1" } }).Reason);
    }

    [Theory]
    [InlineData("2026-03-01T18:00+01:00", DecisionReason.Schedule)]
    [InlineData("2026-02-27T18:00+01:00", DecisionReason.RestartedByAws)]
    public void Database_StoppedSevenDaysAgoAndRunning_WasStartedByAws(string stopped, DecisionReason reason)
    {
        var database = Resource(ResourceKind.Database, RunState.Running, ("Environment", "dev"), ("Schedule", "on-demand"));

        var decision = Decide(database, Closed, (database.Live.Arn, stopped));

        Assert.Equal((SwitchAction.Stop, reason), (decision.Action, decision.Reason));
    }

    [Fact]
    public void Group_WithoutKeptSizes_IsNotStarted()
    {
        var group = Resource(ResourceKind.Group, RunState.Stopped, ("Environment", "dev"), ("Schedule", "office-hours"));

        Assert.Equal(DecisionReason.NothingToRestore, Decide(group, Open).Reason);
        Assert.Equal(SwitchAction.Start, Decide(group with { Sizes = new GroupSizes(1, 4, 2, null, At(Closed)) }, Open).Action);
    }

    /// <summary>Whatever tags say: nothing is switched that is untagged, production, or not on the list exactly as it stands there.</summary>
    [Fact]
    public void Switched_IsOnlyWhatIsTaggedAndOnTheList() => Check(example =>
    {
        var (resource, at) = example;
        var decision = new SwitchDecider(Book, Rules, new Dictionary<string, DateTimeOffset>()).Decide(resource, at);
        return decision.Action == SwitchAction.Leave
            || (resource.Live.Tags.ContainsKey("Schedule") && Rules.Environments.Contains(resource.Live.Tags.GetValueOrDefault("Environment") ?? "")
                && resource.Fixed is null && resource.State != RunState.Changing
                && !resource.Live.Tags.Any(tag => tag.Key.Equals("environment", StringComparison.OrdinalIgnoreCase) && tag.Value.Contains("prod", StringComparison.OrdinalIgnoreCase)));
    });

    [Fact]
    public void Switched_AndAskedAgain_IsLeftAlone() => Check(example =>
    {
        var (resource, at) = example;
        var decider = new SwitchDecider(Book, Rules, new Dictionary<string, DateTimeOffset>());
        var decision = decider.Decide(resource, at);
        var after = decision.Action == SwitchAction.Leave ? resource : resource with { State = decision.Wanted!.Value, Sizes = new GroupSizes(1, 1, 1, null, at) };
        return decider.Decide(after, at).Action == SwitchAction.Leave;
    });

    [Fact]
    public void Decision_HoldsUntilTheTimeItTells() => Check(example =>
    {
        var (resource, at) = example;
        var decider = new SwitchDecider(Book, Rules, new Dictionary<string, DateTimeOffset>());
        var decision = decider.Decide(resource, at);
        return decision.Until is not { } until || (until > at && decider.Decide(resource, until.AddSeconds(-1)).Wanted == decision.Wanted);
    });

    [Fact]
    public void Rules_WithMistakes_AreRefusedWithAllOfThem()
    {
        var refused = Assert.Throws<ProblemException>(() => SwitchRules.Create("test", " ", ["dev", "Prod"], ["prod"], ["111122223333"]));

        Assert.Equal(["scheduleTag", "environments", "exempt[0]"], refused.Problems.Select(problem => problem.Path));
        Assert.Equal(["environments", "production"], Assert.Throws<ProblemException>(() => SwitchRules.Create("test", "Schedule", [], [], [])).Problems.Select(problem => problem.Path));
    }

    private static (SwitchAction Action, DecisionReason Reason) Outcome(SwitchableResource resource)
    {
        var decision = Decide(resource, Closed);
        return (decision.Action, decision.Reason);
    }

    private static void Check(Func<(SwitchableResource Resource, DateTimeOffset At), bool> holds)
    {
        var key = Gen.Elements("Environment", "environment", "ENVIRONMENT", "Schedule", "schedule", "ScheduleOverride", "Team");
        var value = Gen.Elements("dev", "test", "Dev", "prod", "PROD", "production", "staging", "", "office-hours", "night-shift", "early", "tokyo", "on-demand", "around-the-clock", "Office-Hours", "ignore",
            "daily 01:00-03:00", "running until 2026-10-25T02:30", "stopped until 2026-10-25", "ignore until 2026-06-01", "=cmd|'/C calc'!A0", "<b>");
        // Half of them as people tag what is to be switched, half of them anything.
        var likely = from schedule in value from environment in Gen.Elements("dev", "test", "prod") from more in Gen.Elements("", "running until 2026-10-25T02:30", "stopped until 2026-12-01") select Tags([("Environment", environment), ("Schedule", schedule), .. more.Length > 0 ? [("ScheduleOverride", more)] : Array.Empty<(string, string)>()]);
        var any = from keys in key.ArrayOf(4) from values in value.ArrayOf(4) select Tags([.. keys.Zip(values)]);
        var example = from tags in Gen.OneOf(likely, any)
                      from state in Gen.Elements(RunState.Running, RunState.Stopped, RunState.Changing)
                      from kind in Gen.Elements(Enum.GetValues<ResourceKind>())
                      from stuck in Gen.Elements(null, null, null, "it is a Spot instance")
                      from minute in Gen.Choose(0, 366 * 24 * 60)
                      select (Resource(kind, state, tags) with { Fixed = stuck }, At("2026-01-01T00:00Z").AddMinutes(minute));
        Prop.ForAll(example.ToArbitrary(), holds).Check(Runs);
    }

    private static (string Key, string Value)[] Tags((string Key, string Value)[] tags) => [.. tags.DistinctBy(tag => tag.Key)];
}
