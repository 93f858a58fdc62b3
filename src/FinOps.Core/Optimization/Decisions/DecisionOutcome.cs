namespace FinOps.Core.Optimization.Decisions;

/// <summary>What the decisions do to today's advice.</summary>
/// <param name="SetAside">Hidden today.</param>
/// <param name="Expired">Their time is over, and AWS still advises it: it counts again.</param>
/// <param name="WithoutAdvice">Nobody advises it any more: the decision can go.</param>
public sealed record DecisionOutcome(IReadOnlyList<DecidedOption> SetAside, IReadOnlyList<DecidedOption> Expired, IReadOnlyList<Decision> WithoutAdvice)
{
    internal static DecisionOutcome Of(DecisionList decisions, IReadOnlyList<SavingOption> options, DateOnly today)
    {
        var advised = options.ToLookup(option => option.Id, StringComparer.Ordinal);
        var known = decisions.Decisions.SelectMany(decision => advised[decision.Option].Take(1).Select(option => new DecidedOption(decision, option))).ToList();
        return new DecisionOutcome(
            [.. known.Where(each => each.Decision.HoldsOn(today))],
            [.. known.Where(each => !each.Decision.HoldsOn(today))],
            [.. decisions.Decisions.Where(decision => !advised.Contains(decision.Option))]);
    }
}
