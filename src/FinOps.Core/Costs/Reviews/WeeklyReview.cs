namespace FinOps.Core.Costs.Reviews;

/// <summary>The page of the weekly review: what to decide now, and what became of what was decided before.</summary>
/// <param name="Week">ISO week of the report's day, as 2026-W47.</param>
/// <param name="Actions">At most five.</param>
/// <param name="Candidates">How many there were to choose from.</param>
/// <param name="Earlier">The review of the last earlier week; null when there is none, or none could be read.</param>
/// <param name="Progress">What became of its actions, in their order.</param>
public sealed record WeeklyReview(
    string Week, IReadOnlyList<ReviewAction> Actions, int Candidates, EarlierReview? Earlier, IReadOnlyList<ActionProgress> Progress)
{
    // What is left when a thing counts as done: nobody chases the last fifth.
    private const decimal Rest = 0.2m;

    internal static WeeklyReview Of(IReadOnlyList<ReviewAction> candidates, DateOnly today, EarlierReview? earlier) => new(
        IsoWeek.Of(today),
        ReviewPlanner.Plan(candidates),
        candidates.Count,
        earlier,
        [.. (earlier?.Actions ?? []).Select(action => Progressed(action, candidates.FirstOrDefault(now => now.Id == action.Id), today))]);

    private static ActionProgress Progressed(ReviewAction then, ReviewAction? now, DateOnly today)
    {
        var gone = now is null || (now.Stake.Currency == then.Stake.Currency && now.Stake <= then.Stake * Rest);
        return new ActionProgress(then, gone ? ActionState.Done : then.Due < today ? ActionState.Overdue : ActionState.Open, now?.Stake);
    }
}
