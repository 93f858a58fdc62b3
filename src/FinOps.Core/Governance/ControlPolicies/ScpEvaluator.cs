using System.Collections.Immutable;
using FinOps.Core.Text;

namespace FinOps.Core.Governance.ControlPolicies;

/// <summary>
/// Tells what the service control policies between the root and an account make of one request: every level must allow it, and no statement
/// anywhere may deny it. What is not known here, in a policy or in the request, is never taken for "allowed".
/// </summary>
public static class ScpEvaluator
{
    private const string RequestTag = "aws:RequestTag/";

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
                    switch (Matches.Any(resources.Select(resource => Judge(statement, request, resource))))
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
            switch (Matches.All(resources.Select(resource => Matches.Any(allowing.Select(each => Judge(each.statement, request, resource))))))
            {
                case Match.No:
                    return new ScpVerdict(ScpOutcome.Denied, level.TargetId, null, null, $"No policy on {level.TargetId} allows it.");
                case Match.Unknown:
                    var (policy, statement) = allowing.First(each => resources.Any(resource => Judge(each.statement, request, resource) == Match.Unknown));
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

    private static Match Judge(ScpStatement statement, ScpRequest request, ScpResource resource)
    {
        var action = statement.Actions.Patterns.IsEmpty ? Match.Unknown
            : Matches.Of(statement.Actions.Patterns.Any(pattern => Wildcard.Matches(pattern, request.Action, '?', ignoreCase: true)) != statement.Actions.Inverted);
        return action == Match.No ? Match.No : Matches.All(
        [
            action,
            statement.Opaque is null ? Match.Yes : Match.Unknown,
            OnResource(statement.Resources, resource),
            .. statement.Conditions.Select(condition => ConditionEvaluator.Judge(condition, Lookup(condition.Key, request, resource))),
        ]);
    }

    private static Match OnResource(ScpPatterns resources, ScpResource resource)
    {
        var matches = resources.Patterns.IsEmpty ? Match.Unknown
            : resources.Patterns.Contains("*") ? Match.Yes
            : resource.Arn is not { } arn ? Match.Unknown
            : resources.Patterns.Any(pattern => pattern.Contains("${", StringComparison.Ordinal)) ? Match.Unknown
            : Matches.Of(resources.Patterns.Any(pattern => Wildcard.Matches(pattern, arn, '?')));
        return resources.Inverted ? Matches.Not(matches) : matches;
    }

    /// <summary>Null when it is not known; empty when the request does not have the key. Names of condition keys have no casing.</summary>
    private static ImmutableArray<string>? Lookup(string key, ScpRequest request, ScpResource resource)
    {
        if (request.Context.TryGetValue(key, out var values))
        {
            return values;
        }

        var tags = resource.RequestTags ?? request.RequestTags;
        if (key.StartsWith(RequestTag, StringComparison.OrdinalIgnoreCase))
        {
            // Two tags whose keys differ by case alone: AWS does not say which of them the condition sees.
            return tags?.Where(tag => tag.Key.Equals(key[RequestTag.Length..], StringComparison.OrdinalIgnoreCase)).Select(tag => tag.Value).ToList() is { Count: <= 1 } found ? [.. found] : null;
        }

        return key.ToUpperInvariant() switch
        {
            "AWS:TAGKEYS" => tags?.Keys.Order(StringComparer.Ordinal).ToImmutableArray(),
            "AWS:PRINCIPALARN" => request.PrincipalArn is { } arn ? [arn] : null,
            _ => null,
        };
    }
}
