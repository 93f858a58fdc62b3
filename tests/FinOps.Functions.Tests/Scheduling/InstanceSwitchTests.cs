using FinOps.Core.Inventory;
using FinOps.Core.Scheduling;
using FinOps.Core.Scheduling.Decisions;
using FinOps.Functions.Aws;
using FinOps.Functions.Scheduling.Gathering;
using FinOps.Functions.Scheduling.Switching;

namespace FinOps.Functions.Tests.Scheduling;

public sealed class InstanceSwitchTests
{
    [Theory]
    [InlineData("InvalidInstanceID.NotFound")]
    [InlineData("IncorrectInstanceState")]
    [InlineData("UnsupportedOperation")]
    [InlineData("UnauthorizedOperation")]
    public async Task BadIdsInABatch_AreRefusedAlone_AndAllOthersAreSwitched(string code)
    {
        string[] bad = ["i-007", "i-100"];
        using var ec2 = new FakeEc2(ids => ids.Any(bad.Contains) ? code : null);

        var outcomes = await RunAsync(ec2, 120);

        Assert.Equal(bad, outcomes.Where(outcome => outcome.Result == SwitchResult.Refused).Select(outcome => outcome.Decision.Resource.Id));
        Assert.All(outcomes.Where(outcome => outcome.Result == SwitchResult.Refused), outcome => Assert.StartsWith(code, outcome.Error, StringComparison.Ordinal));
        Assert.Equal(118, outcomes.Count(outcome => outcome.Result == SwitchResult.Done));
        Assert.Equal(118, ec2.Stopped.Count);
        Assert.All(ec2.Calls, ids => Assert.InRange(ids.Count, 1, InstanceSwitch.LargestBatch));
        // 50, 50 and 20, two of them cut down to one: seven calls a bad id at most, besides the siblings.
        Assert.InRange(ec2.Calls.Count, 3, 3 + (2 * 12));
    }

    [Fact]
    public async Task Throttled_IsNotCutIntoMoreCalls()
    {
        using var ec2 = new FakeEc2(_ => "RequestLimitExceeded");

        var outcomes = await RunAsync(ec2, 40);

        Assert.Single(ec2.Calls);
        Assert.All(outcomes, outcome => Assert.Equal(SwitchResult.Refused, outcome.Result));
    }

    [Fact]
    public async Task InstanceThatTheAnswerDoesNotMention_IsNotTakenForDone()
    {
        using var ec2 = new FakeEc2(_ => null);

        var outcome = Assert.Single(await new InstanceSwitch(ec2, new RequestMeter(), CancellationToken.None).RunAsync([Decision("i-silent")]));

        Assert.Equal(SwitchResult.Refused, outcome.Result);
    }

    [Theory]
    [InlineData("User initiated (2026-03-06 18:00:12 GMT)", "2026-03-06T18:00:12Z")]
    [InlineData("User initiated", null)]
    [InlineData("Server.SpotInstanceTermination (2026-13-06 18:00:12 GMT)", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void StoppedAt_IsReadFromAwsReason(string? reason, string? at) =>
        Assert.Equal(at is null ? null : DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), Instances.StoppedAt(reason));

    [Theory]
    [InlineData("aws:autoscaling:groupName", true)]
    [InlineData("kubernetes.io/cluster/main", true)]
    [InlineData("eks:cluster-name", true)]
    [InlineData("Name", false)]
    public void OwnedBy_TagsOfOtherSwitchers(string key, bool owned) => Assert.Equal(owned, Instances.OwnedBy([key]) is not null);

    private static Task<IReadOnlyList<SwitchOutcome>> RunAsync(FakeEc2 ec2, int count) =>
        new InstanceSwitch(ec2, new RequestMeter(), CancellationToken.None).RunAsync([.. Enumerable.Range(1, count).Select(number => Decision($"i-{number:000}"))]);

    private static SwitchDecision Decision(string id) => new(
        new SwitchableResource(new LiveResource($"arn:aws:ec2:eu-west-1:111122223333:instance/{id}", "111122223333", "eu-west-1", "ec2:instance", new Dictionary<string, string>()), ResourceKind.Instance, id, RunState.Running),
        SwitchAction.Stop, DecisionReason.Schedule, "office-hours is closed", RunState.Stopped);
}
