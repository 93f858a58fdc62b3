using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Rows;
using FinOps.LocalAws.CostExplorer.Expressions;
using FinOps.LocalAws.CostExplorer.Input;
using FinOps.LocalAws.CostExplorer.Queries;

namespace FinOps.LocalAws.CostExplorer.Commitments;

/// <summary>How much of the organization's savings plan is used, and how much of what a plan could cover one covers. Amounts are texts, as the API writes them.</summary>
internal sealed class SavingsPlansQueries(CostExplorerState state)
{
    public JsonObject GetUtilization(CostExplorerCall call)
    {
        var months = Periods(call);
        var parts = months.Select(month => (Month: month, Used: Sum(call, month, RecordTypes.SavingsPlanCoveredUsage, CostMetric.AmortizedCost),
            OnDemand: Sum(call, month, RecordTypes.SavingsPlanCoveredUsage, CostMetric.UnblendedCost), Committed: Sum(call, month, RecordTypes.SavingsPlanRecurringFee, CostMetric.UnblendedCost))).ToList();
        if (parts.All(part => part.Committed == 0))
            throw CostExplorerErrors.DataUnavailable("No Savings Plans were found for the given time period.");
        return new JsonObject
        {
            ["SavingsPlansUtilizationsByTime"] = new JsonArray([.. parts.Select(part =>
            {
                var one = Utilization(part.Used, part.OnDemand, part.Committed);
                one["TimePeriod"] = Interval(part.Month);
                return one;
            })]),
            ["Total"] = Utilization(parts.Sum(part => part.Used), parts.Sum(part => part.OnDemand), parts.Sum(part => part.Committed)),
        };
    }

    public JsonObject GetCoverage(CostExplorerCall call)
    {
        var parts = Periods(call).Select(month => (Month: month, Covered: Sum(call, month, RecordTypes.SavingsPlanCoveredUsage, CostMetric.UnblendedCost), OnDemand: Sum(call, month, RecordTypes.Usage, CostMetric.UnblendedCost))).ToList();
        var page = Page<(DateRange Month, decimal Covered, decimal OnDemand)>.Of(parts, 20, "GetSavingsPlansCoverage", call.Json, "NextToken");
        var output = new JsonObject
        {
            ["SavingsPlansCoverages"] = new JsonArray([.. page.Items.Select(part => new JsonObject
            {
                ["Attributes"] = new JsonObject(),
                ["Coverage"] = new JsonObject
                {
                    ["SpendCoveredBySavingsPlans"] = Text(part.Covered),
                    ["OnDemandCost"] = Text(part.OnDemand),
                    ["TotalCost"] = Text(part.Covered + part.OnDemand),
                    ["CoveragePercentage"] = Text(Percent(part.Covered, part.Covered + part.OnDemand)),
                },
                ["TimePeriod"] = Interval(part.Month),
            })]),
        };
        page.WriteToken(output, "NextToken");
        return output;
    }

    /// <summary>The organization has no reservations: AWS says so by having no data.</summary>
    public static JsonObject GetReservations(CostExplorerCall call) => throw CostExplorerErrors.DataUnavailable("No reservations were found for the given time period.");

    private IReadOnlyList<DateRange> Periods(CostExplorerCall call)
    {
        var granularity = call.Input.Choice("Granularity", QueryTime.Granularities) ?? "MONTHLY";
        var period = call.Input.Object("TimePeriod", required: true);
        call.Input.Check();
        return QueryTime.Split(QueryTime.Read(period!, granularity, state.Today), granularity);
    }

    // Plans are for compute; a usage without an instance type is none that a plan could cover.
    private decimal Sum(CostExplorerCall call, DateRange days, string recordType, CostMetric metric)
    {
        var query = new CostQuery([days], [metric], new CostExpression.Leaf(LeafKind.Dimension, "RECORD_TYPE", [recordType], MatchKind.Equal, false), [new CostGrouping(LeafKind.Dimension, "SERVICE")]);
        return CostEvaluator.Evaluate(query, state.View(call.Context)).Groups
            .Where(group => recordType != RecordTypes.Usage || group.Keys[0] == "Amazon Elastic Compute Cloud - Compute")
            .Sum(group => CostAnswer.Amount(group.Sum(0, 0)));
    }

    private static JsonObject Utilization(decimal used, decimal onDemand, decimal committed) => new()
    {
        ["Utilization"] = new JsonObject
        {
            ["TotalCommitment"] = Text(committed),
            ["UsedCommitment"] = Text(used),
            ["UnusedCommitment"] = Text(committed - used),
            ["UtilizationPercentage"] = Text(Percent(used, committed)),
        },
        ["Savings"] = new JsonObject { ["NetSavings"] = Text(onDemand - committed), ["OnDemandCostEquivalent"] = Text(onDemand) },
        ["AmortizedCommitment"] = new JsonObject
        {
            ["AmortizedRecurringCommitment"] = Text(committed),
            ["AmortizedUpfrontCommitment"] = "0",
            ["TotalAmortizedCommitment"] = Text(committed),
        },
    };

    private static decimal Percent(decimal part, decimal whole) => whole == 0 ? 0 : part / whole * 100;

    private static string Text(decimal amount) => amount.ToString("0.##########", CultureInfo.InvariantCulture);

    private static JsonObject Interval(DateRange days) => new() { ["Start"] = ApiTime.Date(days.Start), ["End"] = ApiTime.Date(days.End) };
}
