namespace FinOps.Functions.TagFixes;

/// <summary>What one run found, or did.</summary>
/// <param name="Hash">Of the fixes; what approves them.</param>
/// <param name="IsDryRun">Nothing was written.</param>
/// <param name="Outcomes">One for each fix, by account, region, ARN and key.</param>
public sealed record FixRun(string Hash, bool IsDryRun, IReadOnlyList<FixOutcome> Outcomes)
{
    public int Count(FixState state) => Outcomes.Count(outcome => outcome.State == state);

    /// <summary>Something is not as approved.</summary>
    public bool NeedsHelp => Outcomes.Any(outcome => outcome.State is FixState.Failed or FixState.Changed or FixState.NotThere or FixState.Written);
}
