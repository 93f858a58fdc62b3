using FinOps.Core.Optimization;
using FinOps.Core.Optimization.Ledger;
using FinOps.Functions.Optimization.Gathering;
using FinOps.Functions.Rendering;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Optimization;

/// <summary>How the headline figures came about.</summary>
internal static class OptimizationNotes
{
    public static IReadOnlyList<HeadlineNote> For(OptimizationReport report)
    {
        var analysis = report.Analysis;
        List<HeadlineNote> notes =
        [
            new("Savings by using less", Figures.Money(analysis.UsageTotal),
                "Sum, a month, of the best action of each resource. What several sources say about one action on one resource (account, region, type and id) counts once, by the first of Cost Optimization Hub, Compute Optimizer, Cost Explorer, Trusted Advisor; actions that exclude each other (stop, resize, migrate...) are listed and not added."),
            new("Savings by committing", Figures.Money(analysis.PurchaseTotal),
                "Sum, a month, of the best purchase of each account and family. Never added to the savings by using less: what is switched off needs no commitment. Plans and reservations for compute exclude each other, so this is a lower bound; buy after the usage is down."),
            new("Part of the spend", Figures.Percent(analysis.UsageShare),
                $"Savings by using less, divided by the usage of the last {SpendReader.Days} complete days (NetAmortizedCost, resource usage only)."),
            new("Rank", "saving x effort x risk",
                $"Weights of effort: {string.Join(", ", analysis.Weights.Effort.Select(weight => $"{OptimizationWords.Effort(weight.Key)} {Figures.Index(weight.Value)}"))}. Weights of risk, multiplied: restart {Figures.Index(analysis.Weights.Restart)}, no way back {Figures.Index(analysis.Weights.NoRollback)}, fewer than {RankWeights.ShortLookbackDays} days looked at {Figures.Index(analysis.Weights.ShortLookback)}. What a source does not say counts as the riskier answer."),
        ];
        if (report.Ledger is { } ledger)
        {
            notes.Add(new("Realised", Figures.Money(ledger.Realised(analysis.Currency)),
                $"For each opportunity of {ledger.Month} that was done and measured: mean cost a day of the resource (NetAmortizedCost) in the last {LedgerKeeper.MeasuredDays} settled days before the advice disappeared, less the mean of the {LedgerKeeper.MeasuredDays} days from the first report without it, times 365/12. Advice is taken for gone only when every source that gave it answered in full."));
        }

        return notes;
    }
}
