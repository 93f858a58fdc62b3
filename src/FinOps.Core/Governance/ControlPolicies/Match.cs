namespace FinOps.Core.Governance.ControlPolicies;

/// <summary>Whether a part of a policy matches a request. Ordered: AND is the least of its parts, OR the greatest.</summary>
internal enum Match
{
    No,

    /// <summary>The policy or the request holds something that cannot be judged here.</summary>
    Unknown,
    Yes,
}

internal static class Matches
{
    public static Match Of(bool yes) => yes ? Match.Yes : Match.No;

    public static Match Not(Match match) => (Match)(Match.Yes - match);

    public static Match All(IEnumerable<Match> parts) => parts.Aggregate(Match.Yes, (worst, part) => part < worst ? part : worst);

    public static Match Any(IEnumerable<Match> parts) => parts.Aggregate(Match.No, (best, part) => part > best ? part : best);
}
