using FinOps.Core.Costs;
using FinOps.Core.Costs.Anomalies;
using FinOps.Core.Tests.Costs.Analysis;

namespace FinOps.Core.Tests.Costs.Anomalies;

public sealed class AnomalyListTests
{
    private static readonly DateOnly Spike = new(2026, 11, 12);

    [Fact]
    public void Analyse_OursAlone_NamesServiceOwnerAndAccount()
    {
        var anomaly = Assert.Single(List().Items);

        Assert.Equal(
            (AnomalySource.Ours, "Lambda", "payments", "payments@example.com", "one"),
            (anomaly.Source, anomaly.Service, anomaly.OwnerTag, anomaly.Owner, anomaly.AccountLabel));
        Assert.Equal((Money.Usd(290), Money.Usd(10), 29m), (anomaly.Impact, anomaly.Expected, anomaly.Ratio));
        Assert.True(anomaly is { IsOpen: true, IsOngoing: false });
    }

    [Fact]
    public void Analyse_SameServiceAndDayFromAws_IsOneThatBothSaw()
    {
        var anomaly = Assert.Single(List(Theirs("a", "Lambda", "1", 280)).Items);

        Assert.Equal((AnomalySource.Both, "a", "payments", Money.Usd(280)), (anomaly.Source, anomaly.Id, anomaly.OwnerTag, anomaly.Impact));
    }

    [Theory]
    [InlineData("EC2", "1")]
    [InlineData("Lambda", "2")]
    public void Analyse_OtherServiceOrAccountFromAws_StaysTwo(string service, string account) =>
        Assert.Equal([AnomalySource.Ours, AnomalySource.Aws], List(Theirs("a", service, account, 200)).Items.Select(anomaly => anomaly.Source));

    [Fact]
    public void Analyse_AwsAlone_OwnerIsWhoseCostRoseInTheAccount()
    {
        var anomaly = List(Theirs("a", "EC2", "1", 900)).Items[0];

        Assert.Equal((AnomalySource.Aws, "payments"), (anomaly.Source, anomaly.OwnerTag));
    }

    [Fact]
    public void Analyse_TwoMonitorsSeeTheSame_IsOne() =>
        Assert.Single(List(Theirs("a", "Lambda", "1", 280), Theirs("b", "Lambda", "1", 280)).Items);

    [Fact]
    public void Analyse_AwsBelowTheGates_IsCountedNotShown()
    {
        var list = List(Theirs("a", "EC2", "2", 99));

        Assert.Equal((1, 1), (list.Items.Count, list.BelowGates));
    }

    [Fact]
    public void Analyse_ThatWasPlanned_IsNotOpenAndComesLast()
    {
        var items = List(Theirs("a", "EC2", "2", 5000) with { Feedback = "PLANNED_ACTIVITY" }).Items;

        Assert.Equal([true, false], items.Select(item => item.IsOpen));
    }

    private static AnomalyList List(params ReportedAnomaly[] reported) => SmallFacts.Analyse(SmallFacts.Of(
        ("payments", "1", "Lambda", day => day == Spike ? 300 : 10),
        ("search", "2", "EC2", _ => 40)) with { ReportedAnomalies = reported }).Anomalies;

    private static ReportedAnomaly Theirs(string id, string service, string account, decimal impact) =>
        new(id, Spike, Spike.AddDays(1), service, account, null, "eu-west-1", "Requests", Money.Usd(impact), Money.Usd(10), null);
}
