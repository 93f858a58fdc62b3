namespace FinOps.Core.Problems;

/// <summary>Carries every mistake that was found in one input, so that a person sees them all at once.</summary>
public sealed class ProblemException : Exception
{
    public ProblemException(IReadOnlyList<Problem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    public IReadOnlyList<Problem> Problems { get; }
}
