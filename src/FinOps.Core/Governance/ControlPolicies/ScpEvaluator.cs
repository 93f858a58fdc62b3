using System.Collections.Immutable;

namespace FinOps.Core.Governance.ControlPolicies;

/// <summary>
/// Tells what the service control policies between the root and an account make of one request: every level must allow it, and no statement
/// anywhere may deny it. What is not known here, in a policy or in the request, is never taken for "allowed".
/// </summary>
public static class ScpEvaluator
{
    /// <param name="levels">From the root down to the account, each with the policies attached to it.</param>
    public static ScpVerdict Judge(ScpRequest request, IReadOnlyList<ScpLevel> levels)
    {
        if (request.ByManagementAccount)
        {
            return new ScpVerdict(ScpOutcome.Allowed, null, null, null, "Service control policies do not bind the management account.");
        }

        if (request.PrincipalArn is { } principal && principal.Contains(":role/aws-service-role/", StringComparison.Ordinal))
        {
            return new ScpVerdict(ScpOutcome.Allowed, null, null, null, "Service control policies do not bind service-linked roles.");
        }

        ImmutableArray<ScpResource> resources = request.Resources.IsEmpty ? [new ScpResource((string?)null)] : request.Resources;
        var (denied, unmentioned) = (Denied(request, resources, levels), NotAllowed(request, resources, levels));
        return unmentioned is { Outcome: ScpOutcome.Denied } && denied is not { Outcome: ScpOutcome.Denied } ? unmentioned
            : denied ?? unmentioned ?? new ScpVerdict(ScpOutcome.Allowed, null, null, null, "Every level allows it and no statement denies it.");
    }

    /// <returns>The first statement that denies, else the first that might, else null.</returns>
    private static ScpVerdict? Denied(ScpRequest request, ImmutableArray<ScpResource> resources, IReadOnlyList<ScpLevel> levels)
    {
        ScpVerdict? unsure = null;
        foreach (var level in levels)
        {
            foreach (var policy in level.Policies)
            {
                foreach (var statement in policy.Statements.Where(statement => !statement.Allows))
                {
                    switch (Matches.Any(resources.Select(resource => StatementEvaluator.Judge(statement, request, resource))))
                    {
                        case Match.Yes:
                            return new ScpVerdict(ScpOutcome.Denied, level.TargetId, policy.Name, statement.Name, $"{policy.Name} on {level.TargetId} denies it by {statement.Name}.");
                        case Match.Unknown:
                            unsure ??= Unsure(level, policy, statement);
                            break;
                        default:
                            break;
                    }
                }
            }
        }

        return unsure;
    }

    private static ScpVerdict? NotAllowed(ScpRequest request, ImmutableArray<ScpResource> resources, IReadOnlyList<ScpLevel> levels)
    {
        ScpVerdict? unsure = null;
        foreach (var level in levels)
        {
            var allowing = level.Policies.SelectMany(policy => policy.Statements.Where(statement => statement.Allows).Select(statement => (policy, statement))).ToList();
            switch (Matches.All(resources.Select(resource => Matches.Any(allowing.Select(each => StatementEvaluator.Judge(each.statement, request, resource))))))
            {
                case Match.No:
                    return new ScpVerdict(ScpOutcome.Denied, level.TargetId, null, null, $"No policy on {level.TargetId} allows it.");
                case Match.Unknown:
                    var (policy, statement) = allowing.First(each => resources.Any(resource => StatementEvaluator.Judge(each.statement, request, resource) == Match.Unknown));
                    unsure ??= Unsure(level, policy, statement);
                    break;
                default:
                    break;
            }
        }

        return unsure;
    }

    private static ScpVerdict Unsure(ScpLevel level, ScpDocument policy, ScpStatement statement) =>
        new(ScpOutcome.CannotJudge, level.TargetId, policy.Name, statement.Name,
            $"{policy.Name} on {level.TargetId}: {statement.Name} {(statement.Opaque is { } opaque ? $"has {opaque}, which is not known here" : "asks for something that is not known of this request")}.");
}
