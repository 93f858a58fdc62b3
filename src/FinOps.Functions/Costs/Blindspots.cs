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

        if (!analysis.CrossCheck.Agrees)
        {
            var check = analysis.CrossCheck;
            yield return new Blindspot(
                "a usage total that all answers agree on",
                $"by account it is {Figures.Money(check.ByAccount)}, by service {Figures.Money(check.ByService)}, by region {Figures.Money(check.ByRegion)}; AWS changed its data between the questions, or cut an answer",
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
}
