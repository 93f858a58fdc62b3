namespace FinOps.Core.Problems;

/// <summary>Carries every mistake that was found in one input, so that a person sees them all at once.</summary>
public sealed class ProblemException : Exception
{
    /// <param name="cause">What was thrown where the problem was met; null for a mistake that was found by looking.</param>
    public ProblemException(IReadOnlyList<Problem> problems, Exception? cause = null)
        : base(string.Join(Environment.NewLine, problems), cause) => Problems = problems;

    public IReadOnlyList<Problem> Problems { get; }
}
