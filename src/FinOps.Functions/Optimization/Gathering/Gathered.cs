using FinOps.Core.Optimization;
using FinOps.Core.Optimization.Commitments;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Optimization.Gathering;

/// <summary>Everything that was asked before the ledger.</summary>
internal sealed record Gathered(
    IReadOnlyList<SourceAnswer> Sources, HubTotals? Totals, Spend? Spend, CommitmentFacts? Commitments, IReadOnlyDictionary<string, AccountFacts> Accounts, IReadOnlyList<Blindspot> NotSeen)
{
    public IReadOnlyList<Advice> Advice => [.. Sources.SelectMany(source => source.Advice)];

    public IReadOnlySet<AdviceSource> Answered => Sources.Where(source => source.IsComplete).Select(source => source.Source).ToHashSet();
}
