using System.Collections.Immutable;
using FinOps.Core.Text;

namespace FinOps.Core.Governance.ControlPolicies;

/// <summary>Whether action, resource and conditions of one statement match a request; its effect and its principals are the caller's.</summary>
internal static class StatementEvaluator
{
    private const string RequestTag = "aws:RequestTag/";
    private const string ResourceTag = "aws:ResourceTag/";

    public static Match Judge(ScpStatement statement, ScpRequest request, ScpResource resource)
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
            return ValueOf(tags, key[RequestTag.Length..]);
        }

        if (key.StartsWith(ResourceTag, StringComparison.OrdinalIgnoreCase))
        {
            return ValueOf(resource.Tags, key[ResourceTag.Length..]);
        }

        return key.ToUpperInvariant() switch
        {
            "AWS:TAGKEYS" => tags?.Keys.Order(StringComparer.Ordinal).ToImmutableArray(),
            "AWS:PRINCIPALARN" => request.PrincipalArn is { } arn ? [arn] : null,
            _ => null,
        };
    }

    // Two tags whose keys differ by case alone: AWS does not say which of them the condition sees.
    private static ImmutableArray<string>? ValueOf(ImmutableDictionary<string, string>? tags, string key) =>
        tags?.Where(tag => tag.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Select(tag => tag.Value).ToList() is { Count: <= 1 } found ? [.. found] : null;
}
