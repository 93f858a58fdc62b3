using FinOps.Core.Problems;
using FinOps.Core.Scheduling.Decisions;
using FinOps.Functions.Members;
using FinOps.Functions.Scheduling;
using FinOps.Functions.Scheduling.Switching;
using FinOps.LocalAws.Faults;

namespace FinOps.Functions.Tests.Scheduling;

/// <summary>A bad day of AWS: what it hides is told, and what it does not hide is done.</summary>
public sealed class SchedulerFaultTests
{
    [Fact]
    public async Task ServiceThatFails_HidesItsOwnResourcesAlone()
    {
        await using var aws = await Schedulers.StartAsync(new Fault { Service = "rds", Operation = "DescribeDBClusters", Error = "InternalFailure", Status = 500 });

        var report = await aws.RunAsync(Schedulers.Closed, apply: false);

        Assert.NotEmpty(report.Rows);
        Assert.DoesNotContain(report.Rows, row => row.Kind is Core.Scheduling.ResourceKind.Database);
        var spot = Assert.Single(report.NotSeen);
        Assert.StartsWith("databases of ", spot.What, StringComparison.Ordinal);
        Assert.Contains("InternalFailure", spot.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThrottledCalls_AreTriedAgainAndNothingIsLost()
    {
        await using var aws = await Schedulers.StartAsync(
            new Fault { Service = "ec2", Operation = "DescribeInstances", From = 3, Times = 2, Error = "RequestLimitExceeded" },
            new Fault { Service = "rds", Operation = "DescribeDBInstances", From = 2, Times = 1, Error = "Throttling" },
            new Fault { Service = "autoscaling", From = 5, Times = 1, Drop = true });

        var report = await aws.RunAsync(Schedulers.Closed, apply: false, retries: 3);

        await using var calm = await Schedulers.StartAsync();
        Assert.Empty(report.NotSeen);
        Assert.Equal((await calm.RunAsync(Schedulers.Closed, apply: false)).Rows.Select(row => row.Arn), report.Rows.Select(row => row.Arn));
    }

    [Fact]
    public async Task OneAccountDenied_AndOneWhoseKeysEnd_AreToldAndTheOthersAreDone()
    {
        await using var calm = await Schedulers.StartAsync();
        var all = await calm.RunAsync(Schedulers.Closed, apply: false);
        var accounts = all.Rows.Where(row => row.Action == SwitchAction.Stop).Select(row => row.Account).Distinct().ToList();
        await using var aws = await Schedulers.StartAsync(
            new Fault { Account = accounts[0], Error = "UnauthorizedOperation", Status = 403 },
            new Fault { Account = accounts[1], Service = "rds", From = 3, Error = "ExpiredToken", Status = 403 });

        var report = await aws.RunAsync(Schedulers.Closed);

        Assert.DoesNotContain(report.Rows, row => row.Account == accounts[0]);
        Assert.Contains(report.NotSeen, spot => spot.What == $"everything of {accounts[0]}" && spot.Why.Contains("UnauthorizedOperation", StringComparison.Ordinal));
        Assert.Contains(report.NotSeen, spot => spot.What.StartsWith($"databases of {accounts[1]}/", StringComparison.Ordinal) && spot.Why.Contains("ExpiredToken", StringComparison.Ordinal));
        Assert.Equal(
            all.Rows.Where(row => row.Action == SwitchAction.Stop && row.Account != accounts[0] && row.Account != accounts[1]).Select(row => row.Arn),
            report.Rows.Where(row => row.Result == SwitchResult.Done && row.Account != accounts[1]).Select(row => row.Arn));
    }

    [Fact]
    public async Task CommandThatIsRefused_IsToldAndTheOthersAreDone()
    {
        await using var aws = await Schedulers.StartAsync(new Fault { Service = "rds", Operation = "StopDBInstance", Times = 1, Error = "InvalidDBInstanceState" }, new Fault { Service = "ce", Error = "DataUnavailableException" });

        var report = await aws.RunAsync(Schedulers.Closed);

        var refused = Assert.Single(report.Rows, row => row.Result == SwitchResult.Refused);
        Assert.StartsWith("InvalidDBInstanceState", refused.Error, StringComparison.Ordinal);
        Assert.True(report.NeedsHelp);
        Assert.True(report.Count(SwitchResult.Done) > 5);
    }

    [Fact]
    public async Task DeadlineThatIsOver_TellsWhatWasNotLookedAt()
    {
        await using var aws = await Schedulers.StartAsync();
        using var over = new CancellationTokenSource();
        await over.CancelAsync();

        var refused = await Assert.ThrowsAsync<ProblemException>(() => aws.RunAsync(Schedulers.Closed, deadline: over.Token));

        // Nothing at all was looked at: that is a failure, not an empty report.
        Assert.Equal(NonprodScheduler.NothingRead, Assert.Single(refused.Problems).Id);
        Assert.Contains("the time of the function was over", refused.Problems[0].Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RoleThatIsNowhere_FailsTheRun()
    {
        await using var aws = await Schedulers.StartAsync();

        var refused = await Assert.ThrowsAsync<ProblemException>(() => aws.RunAsync(Schedulers.Closed, role: new MemberSettings("no-such-role", "any")));

        Assert.Equal(NonprodScheduler.NothingRead, Assert.Single(refused.Problems).Id);
        Assert.Contains("cannot be assumed", refused.Problems[0].Found, StringComparison.Ordinal);
    }
}
