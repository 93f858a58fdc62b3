using FinOps.Core.Costs.Analysis;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Costs;

/// <summary>Leaves out what is in another currency than the bill, and says so: amounts of two currencies are never added or compared.</summary>
internal static class OneCurrency
{
    public static (CostFacts Facts, IReadOnlyList<Blindspot> NotSeen) Of(CostFacts facts)
    {
        var notSeen = new List<Blindspot>();
        var anomalies = facts.ReportedAnomalies.Where(anomaly => anomaly.Impact.Currency == facts.Currency).ToList();
        if (anomalies.Count < facts.ReportedAnomalies.Count)
            notSeen.Add(Other("what AWS Cost Anomaly Detection saw", facts));
        var forecast = facts.AwsForecast?.Rest.Currency == facts.Currency ? facts.AwsForecast : null;
        if (forecast is null && facts.AwsForecast is not null)
            notSeen.Add(Other("AWS's own forecast", facts));
        var earlier = facts.EarlierReview?.Unallocated.Currency == facts.Currency
            && facts.EarlierReview.Actions.All(action => action.Stake.Currency == facts.Currency) ? facts.EarlierReview : null;
        if (earlier is null && facts.EarlierReview is not null)
            notSeen.Add(Other("the review of the week before", facts));
        // A budget stands alone with its own limit, in its own currency; it has no stake that could be held against others.
        return (facts with { ReportedAnomalies = anomalies, AwsForecast = forecast, EarlierReview = earlier }, notSeen);
    }

    private static Blindspot Other(string what, CostFacts facts) =>
        new(what, $"its amounts are not in {facts.Currency}, the currency of the bill", "Look at it in the console.");
}
