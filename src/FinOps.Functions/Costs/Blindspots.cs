using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;
using FinOps.Functions.Rendering;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Costs;

/// <summary>Limits that the figures themselves show.</summary>
internal static class Blindspots
{
    public static IEnumerable<Blindspot> In(CostAnalysis analysis)
    {
        if (analysis.Allocation.TagSeemsInactive)
        {
            yield return new Blindspot(
                $"who owns the cost: no cost carries the tag {analysis.Allocation.TagKey}",
                "a tag counts only from the day on which it is activated for cost allocation in the management account",
                $"Activate {analysis.Allocation.TagKey} under Billing, Cost allocation tags; figures follow within a day.");
        }

        foreach (var question in analysis.Missing.Order())
            yield return Late(Words(question));

        if (analysis.KnowsBill && analysis.Bridge.DoubleCounted.Abs() > Tolerated(analysis))
        {
            yield return new Blindspot(
                "savings plans counted once",
                $"the on-demand price of covered usage and what takes it back differ by {Figures.Money(analysis.Bridge.DoubleCounted)}; AWS has not written all of these lines yet, or an answer was cut",
                "Run the report again tomorrow; if it stays, compare with the bill.");
        }

        if (analysis.Forecast.Refusal is { } refusal)
        {
            yield return new Blindspot(
                "where the month is going",
                $"a forecast needs {refusal.DaysNeeded} settled days with cost and there are {refusal.DaysSeen}; {Figures.Count(refusal.DaysMissing, "day")} are missing",
                "Wait; a forecast from less would have no error that anybody could publish.");
        }

        if (!analysis.CrossCheck.Agrees)
        {
            var check = analysis.CrossCheck;
            yield return new Blindspot(
                "a usage total that all answers agree on",
                $"by account it is {Figures.Known(check.ByAccount)}, by service {Figures.Known(check.ByService)}, by region {Figures.Known(check.ByRegion)}; AWS changed its data between the questions, or cut an answer",
                "Run the report again; if it stays, compare with the bill.");
        }

        if (analysis.EstimatedDays > 0)
        {
            yield return new Blindspot(
                "final figures",
                $"AWS marks {Figures.Count(analysis.EstimatedDays, "day")} of this month as estimated; the last {ReportPeriods.UnsettledDays} days still grow",
                "Wait for the invoice, around the 5th of the next month, before booking these amounts.");
        }
    }

    /// <summary>A question that was given up because the time was over.</summary>
    public static Blindspot Late(string what) => new(
        what, "the answer had not come when the time for gathering was over", "Give the function a longer timeout, or ask for fewer keys.");

    private static string Words(CostQuestion question) => question switch
    {
        CostQuestion.UsageByAccount => "usage by account",
        CostQuestion.UsageByService => "usage by service, weekly movers of services, and unusual days",
        _ => "the bill, usage by region, and the forecast",
    };

    // The last days are still being written: a thousandth of the usage may be on its way.
    private static Money Tolerated(CostAnalysis analysis) => (analysis.Bridge.Of(BridgeStep.Usage).Unblended.Abs() / 1000) + new Money(0.01m, analysis.Currency);
}
