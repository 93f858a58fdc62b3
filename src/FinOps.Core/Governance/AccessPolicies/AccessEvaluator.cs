using FinOps.Core.Governance.ControlPolicies;

namespace FinOps.Core.Governance.AccessPolicies;

/// <summary>
/// What IAM makes of one call within an account: no statement may deny it, and a policy of the caller, or one of the resource that names the
/// caller itself, must allow it. What is not known here is never taken for "allowed".
/// </summary>
public static class AccessEvaluator
{
    /// <param name="request">The call; <see cref="ScpRequest.PrincipalArn"/> is the caller's <see cref="AccessCaller.PrincipalArn"/>.</param>
    /// <param name="ofCaller">The policies of the caller's role or user.</param>
    /// <param name="ofResource">The policy of what is called; null when it has none.</param>
    public static AccessVerdict Judge(ScpRequest request, AccessCaller caller, IReadOnlyList<AccessPolicy> ofCaller, AccessPolicy? ofResource = null)
    {
        var resources = request.Resources.IsEmpty ? [new ScpResource((string?)null)] : request.Resources;
        var all = Statements(ofCaller).Concat(Statements(ofResource is null ? [] : [ofResource])).ToList();
        var denying = all.Where(each => !each.Statement.Allows)
            .Select(each => (each, Match: Matches.All([On(each.Statement, caller), Matches.Any(resources.Select(resource => StatementEvaluator.Judge(each.Statement, request, resource)))])))
            .OrderByDescending(judged => judged.Match)
            .FirstOrDefault();
        if (denying.Match == Match.Yes)
        {
            return Verdict(AccessOutcome.Denied, denying.each, "denies it");
        }

        if (denying.Match == Match.Unknown && denying.each.Statement is not null)
        {
            return Verdict(AccessOutcome.CannotJudge, denying.each, "might deny it");
        }

        var allowing = all.Where(each => each.Statement.Allows).ToList();
        (PolicyStatement Statement, Match Match)? least = null;
        foreach (var resource in resources)
        {
            var best = allowing
                .Select(each => (each, Match: Matches.All([Names(each.Statement, caller), StatementEvaluator.Judge(each.Statement, request, resource)])))
                .OrderByDescending(judged => judged.Match)
                .FirstOrDefault();
            if (best.Match == Match.No)
            {
                return new AccessVerdict(AccessOutcome.NotAllowed, null, null, $"No policy allows {request.Action} on {resource.Arn ?? "an unknown resource"}.");
            }

            least = least is null || best.Match < least.Value.Match ? best : least;
        }

        return least is { Match: Match.Yes } allowed
            ? Verdict(AccessOutcome.Allowed, allowed.Statement, "allows it")
            : Verdict(AccessOutcome.CannotJudge, least!.Value.Statement, "might allow it");
    }

    /// <summary>Whether a role's trust policy lets the caller assume it; a caller of another account needs its own account's leave besides.</summary>
    public static bool Trusts(ScpRequest request, AccessCaller caller, AccessPolicy trust)
    {
        return Best(allows: true) == Match.Yes && Best(allows: false) == Match.No;

        Match Best(bool allows) => Matches.Any(trust.Statements.Where(statement => statement.Allows == allows)
            .Select(statement => Matches.All([On(statement, caller), StatementEvaluator.Judge(statement, request, new ScpResource((string?)null))])));
    }

    private static IEnumerable<PolicyStatement> Statements(IEnumerable<AccessPolicy> policies) =>
        policies.SelectMany(policy => policy.Statements.Select(statement => new PolicyStatement(policy.Name, statement)));

    /// <summary>Whether the statement is about the caller, by itself or by its account.</summary>
    private static Match On(ScpStatement statement, AccessCaller caller) => statement.Principals is not { } principals ? Match.Yes
        : Matches.Of(caller.IsService ? principals.Services.Contains(caller.Arn) || principals.Accounts.Contains("*") : principals.Accounts.Any(caller.IsNamedBy));

    /// <summary>As <see cref="On"/>, but a resource that names the account only hands over to the account's policies.</summary>
    private static Match Names(ScpStatement statement, AccessCaller caller) => statement.Principals is not { } principals ? Match.Yes
        : Matches.Of(caller.IsService ? principals.Services.Contains(caller.Arn) : principals.Accounts.Any(name => caller.IsNamedBy(name) && !caller.IsAccountNamedBy(name)));

    private static AccessVerdict Verdict(AccessOutcome outcome, PolicyStatement by, string does) =>
        new(outcome, by.Policy, by.Statement.Name, $"{by.Policy}: {by.Statement.Name} {does}{(by.Statement.Opaque is { } opaque ? $", as it has {opaque}" : "")}.");

    private readonly record struct PolicyStatement(string Policy, ScpStatement Statement);
}
