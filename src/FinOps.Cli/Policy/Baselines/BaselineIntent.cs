using FinOps.Core.Problems;

namespace FinOps.Cli.Policy.Baselines;

/// <summary>What is wanted of a baseline.</summary>
/// <param name="Check">Change nothing; new and fixed violations fail.</param>
/// <param name="Prune">Leave out what is fixed.</param>
/// <param name="AcceptNew">Take in what is new although there is a baseline.</param>
/// <param name="Reason">Why; stands in each entry that is taken in.</param>
internal sealed record BaselineIntent(bool Check = false, bool Prune = false, bool AcceptNew = false, string? Reason = null)
{
    private const string Refused = "FIN1130";

    /// <exception cref="ProblemException">FIN1130: every pair of options that does not fit.</exception>
    public void Verify()
    {
        var problems = new List<Problem>();
        if (Check && Prune)
        {
            problems.Add(new Problem(Refused, "command line", "--check", "--check and --prune", "one of them", "--check changes nothing; it fails when there is something to prune."));
        }

        if (Check && AcceptNew)
        {
            problems.Add(new Problem(Refused, "command line", "--check", "--check and --accept-new", "one of them", "--check changes nothing; it fails when there is something new."));
        }

        if (AcceptNew && string.IsNullOrWhiteSpace(Reason))
        {
            problems.Add(new Problem(Refused, "command line", "--accept-new", Reason is null ? "no --reason" : "an empty --reason", "--accept-new --reason TEXT", "Say why the baseline grows; it stands in each new entry for its reviewers."));
        }

        if (Reason is not null && !AcceptNew)
        {
            problems.Add(new Problem(Refused, "command line", "--reason", "--reason without --accept-new", "--accept-new --reason TEXT", "The first baseline needs no reason, and what shrinks it neither."));
        }

        if (problems.Count > 0)
        {
            throw new ProblemException(problems);
        }
    }
}
