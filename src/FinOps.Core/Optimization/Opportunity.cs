using FinOps.Core.Costs;

namespace FinOps.Core.Optimization;

/// <summary>One resource, or one thing to commit to, with the action that saves the most. The others exclude it: they are listed and never added.</summary>
/// <param name="Alternatives">The other actions, the largest saving first.</param>
/// <param name="Owner">Who can act.</param>
/// <param name="Score">Orders opportunities; see <see cref="RankWeights"/>.</param>
public sealed record Opportunity(SavingOption Best, IReadOnlyList<SavingOption> Alternatives, Owner Owner, decimal Score)
{
    /// <summary>The same in every report for the same resource, whichever action is best; the ledger names it.</summary>
    public string Id { get; } = SavingOption.IdOf($"{CommitmentFamily.Of(Best)}");

    public ResourceName Resource => Best.Resource;

    public Money MonthlySaving => Best.MonthlySaving;

    public IEnumerable<SavingOption> Options => Alternatives.Prepend(Best);
}
