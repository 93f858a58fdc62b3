using FinOps.Core.Costs;
using FinOps.Core.Scheduling;
using FinOps.Core.Scheduling.Savings;
using static FinOps.Core.Tests.Scheduling.Scheduled;

namespace FinOps.Core.Tests.Scheduling;

public sealed class SavingsTests
{
    private static readonly OnDemandRates Rates = OnDemandRates.From(
    [
        new("eu-central-1", "EUC1-BoxUsage:m6i.large", 100, Money.Usd(11.50m)),
        new("eu-central-1", "EUC1-BoxUsage:m6i.large", 100, Money.Usd(11.70m)),
        new("us-east-1", "BoxUsage:m6i.large", 10, Money.Usd(0.96m)),
        new("eu-central-1", "EUC1-Multi-AZUsage:db.r6g.large", 10, Money.Usd(6m)),
        new("eu-central-1", "EUC1-InstanceUsage:db.r6g.large", 10, Money.Usd(3m)),
        new("eu-central-1", "EUC1-BoxUsage:free.tier", 10, Money.Usd(0)),
        new("eu-central-1", "EUC1-BoxUsage:refunded", 0, Money.Usd(-3)),
    ], DateRange.OfDays(new DateOnly(2026, 2, 1), 14));

    [Theory]
    [InlineData("eu-central-1", "BoxUsage:m6i.large", 1, 0.116)]
    [InlineData("eu-central-1", "BoxUsage:m6i.large", 3, 0.348)]
    [InlineData("us-east-1", "BoxUsage:m6i.large", 1, 0.096)]
    [InlineData("eu-central-1", "Multi-AZUsage:db.r6g.large", 1, 0.6)]
    [InlineData("eu-central-1", "InstanceUsage:db.r6g.large", 1, 0.3)]
    public void Rate_IsWhatTheBillShowsForAnHour(string region, string usageType, int count, decimal rate) =>
        Assert.Equal(Money.Usd(rate), Rates.Of(region, [new MachineHours(usageType, count)]));

    [Theory]
    [InlineData("eu-west-1", "BoxUsage:m6i.large")]
    [InlineData("eu-central-1", "BoxUsage:m6i.xlarge")]
    [InlineData("eu-central-1", "BoxUsage:free.tier")]
    [InlineData("eu-central-1", "BoxUsage:refunded")]
    public void Rate_ThatTheBillDoesNotShow_IsNotMadeUp(string region, string usageType)
    {
        Assert.Null(Rates.Of(region, [new MachineHours(usageType, 1)]));
        Assert.Null(Rates.Of(region, [new MachineHours("BoxUsage:m6i.large", 1), new MachineHours(usageType, 1)]));
        Assert.Null(Rates.Of(region, []));
    }

    [Fact]
    public void StoppedTime_IsHoursTimesRate()
    {
        var stopped = Resource(RunState.Stopped, ("Environment", "dev")) with { StoppedAt = At("2026-03-06T18:00Z"), Machines = [MachineHours.Instance("m6i.large", 2)] };

        var time = StoppedTime.Of(stopped, At("2026-03-09T06:30Z"), Rates)!;

        Assert.Equal(60.5m, time.Hours);
        Assert.Equal(Money.Usd(60.5m * 0.232m), time.Saved);
        Assert.Null(StoppedTime.Of(stopped with { Machines = [] }, At("2026-03-09T06:30Z"), Rates)!.Saved);
        Assert.Null(StoppedTime.Of(stopped with { StoppedAt = null }, At("2026-03-09T06:30Z"), Rates));
        Assert.Null(StoppedTime.Of(stopped with { State = RunState.Running }, At("2026-03-09T06:30Z"), Rates));
    }

    [Theory]
    [InlineData("min=1 max=4 desired=2 type=c6i.2xlarge at=2026-03-06T18:00:12Z")]
    [InlineData("min=0 max=4 desired=0 at=2026-03-06T18:00:12Z")]
    public void GroupSizes_AreReadAsTheyAreWritten(string text) => Assert.Equal(text, GroupSizes.Read(text)!.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("restored")]
    [InlineData("min=5 max=4 desired=2 at=2026-03-06T18:00:12Z")]
    [InlineData("min=0 max=0 desired=0 at=2026-03-06T18:00:12Z")]
    [InlineData("min=1 max=4 desired=2 at=2026-03-96T18:00:12Z")]
    [InlineData("min=1 max=99999999 desired=2 at=2026-03-06T18:00:12Z")]
    [InlineData("min=1 max=4 desired=2 at=2026-03-06T18:00:12Z; reboot")]
    public void GroupSizes_ThatNoGroupHad_AreNone(string? text) => Assert.Null(GroupSizes.Read(text));
}
