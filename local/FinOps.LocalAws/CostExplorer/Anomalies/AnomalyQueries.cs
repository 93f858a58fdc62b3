using System.Text.Json.Nodes;
using FinOps.Core.Organization.Synthetic.Billing;
using FinOps.LocalAws.CostExplorer.Input;
using FinOps.LocalAws.CostExplorer.Queries;

namespace FinOps.LocalAws.CostExplorer.Anomalies;

/// <summary>GetAnomalies and ProvideAnomalyFeedback: the anomalies that the bill contains, as the existing monitors see them.</summary>
internal sealed class AnomalyQueries(CostExplorerState state)
{
    private const string FeedbackCollection = "ce.anomaly-feedback";
    private const int KeptDays = 90;
    private const int DefaultPageSize = 100;
    private static readonly string[] Feedbacks = ["YES", "NO", "PLANNED_ACTIVITY"];

    public JsonObject Get(CostExplorerCall call)
    {
        var monitorArn = call.Input.Text("MonitorArn");
        var feedback = call.Input.Choice("Feedback", Feedbacks);
        var interval = call.Input.Object("DateInterval", required: true);
        var start = interval?.RequiredText("StartDate", max: 40);
        var end = interval?.Text("EndDate", max: 40);
        var impact = ImpactFilter.Read(call.Input);
        var size = call.Input.Integer("MaxResults", min: 1) ?? DefaultPageSize;
        call.Input.Check();
        var from = Day(start!);
        var to = end is null ? state.Today : Day(end);

        var view = state.View(call.Context);
        var anomalies = Monitors(monitorArn)
            .SelectMany(monitor => Seen(monitor, view))
            .Where(seen => LastDay(seen.Anomaly) is var last && last >= from && last <= to && last >= state.Today.AddDays(-KeptDays))
            .Where(seen => impact.Accepts(seen.Anomaly.Impact.Amount))
            .Select(Describe)
            .Where(anomaly => feedback is null || anomaly["Feedback"]?.GetValue<string>() == feedback)
            .ToList();
        var page = Page<JsonObject>.Of(anomalies, size, "GetAnomalies", call.Json, "NextPageToken");
        var output = new JsonObject { ["Anomalies"] = new JsonArray([.. page.Items]) };
        page.WriteToken(output, "NextPageToken");
        return output;
    }

    public JsonObject ProvideFeedback(CostExplorerCall call)
    {
        var id = call.Input.RequiredText("AnomalyId");
        var feedback = call.Input.Choice("Feedback", Feedbacks, required: true);
        call.Input.Check();
        if (state.Organization.Anomalies.All(anomaly => anomaly.Id != id))
            throw CostExplorerErrors.Validation($"Anomaly {id} does not exist.");
        state.Store.Put(FeedbackCollection, id, new JsonObject { ["Feedback"] = feedback });
        return new JsonObject { ["AnomalyId"] = id };
    }

    private IReadOnlyList<JsonObject> Monitors(string? arn) => state.Store.Read(session =>
        arn is null ? MonitorStore.All(session) : MonitorStore.Find(session, arn) is { } monitor ? [monitor] : []);

    private IEnumerable<SeenAnomaly> Seen(JsonObject monitor, CostView view)
    {
        var scope = MonitorScope.Of(monitor);
        foreach (var anomaly in state.Organization.Anomalies)
        {
            var item = state.Table.Series.First(series =>
                series.Item.AccountId == anomaly.Account.Id && series.Item.UsageType == anomaly.UsageType && series.Item.Region == anomaly.Region).Item;
            if (view.Shows(item) && scope.ValueOf(view, item, anomaly.Days.Start) is { } value)
                yield return new SeenAnomaly(anomaly, monitor["MonitorArn"]!.GetValue<string>(), value);
        }
    }

    private JsonObject Describe(SeenAnomaly seen)
    {
        var anomaly = seen.Anomaly;
        var impact = anomaly.Impact.Amount;
        var result = new JsonObject
        {
            ["AnomalyId"] = anomaly.Id,
            ["AnomalyStartDate"] = ApiTime.Of(anomaly.Days.Start),
            ["AnomalyEndDate"] = ApiTime.Of(LastDay(anomaly)),
            ["MonitorArn"] = seen.MonitorArn,
            ["RootCauses"] = new JsonArray(new JsonObject
            {
                ["Service"] = anomaly.Service,
                ["Region"] = anomaly.Region,
                ["LinkedAccount"] = anomaly.Account.Id,
                ["LinkedAccountName"] = anomaly.Account.Name,
                ["UsageType"] = anomaly.UsageType,
                ["Impact"] = new JsonObject { ["Contribution"] = impact },
            }),
            ["AnomalyScore"] = new JsonObject { ["MaxScore"] = Score(anomaly), ["CurrentScore"] = anomaly.IsOngoing ? Score(anomaly) : 0m },
            ["Impact"] = new JsonObject
            {
                ["MaxImpact"] = anomaly.LargestDailyImpact.Amount,
                ["TotalImpact"] = impact,
                ["TotalActualSpend"] = anomaly.ActualCost.Amount,
                ["TotalExpectedSpend"] = anomaly.ExpectedCost.Amount,
                ["TotalImpactPercentage"] = Math.Round(100 * impact / anomaly.ExpectedCost.Amount, 2),
            },
        };
        if (seen.Value.Length > 0)
            result["DimensionValue"] = seen.Value;
        if (state.Store.Get(FeedbackCollection, anomaly.Id) is { } feedback)
            result["Feedback"] = feedback["Feedback"]!.GetValue<string>();
        return result;
    }

    // Between 0 and 1, as AWS scores: the share of the cost that is unusual.
    private static decimal Score(SyntheticAnomaly anomaly) => Math.Round(anomaly.Impact.Amount / anomaly.ActualCost.Amount, 2);

    private static DateOnly LastDay(SyntheticAnomaly anomaly) => anomaly.Days.LastDay;

    private static DateOnly Day(string text) => ApiTime.ParseDate(text.Length >= 10 ? text[..10] : text)
        ?? throw CostExplorerErrors.Validation($"'{text}' is not a date of the form yyyy-MM-dd.");
}
