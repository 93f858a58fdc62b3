using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FinOps.Policies.Tests.Equivalence;

/// <summary>Generators that are wrong, each in a way in which such generators have been wrong.</summary>
internal static partial class Mutation
{
    public static IReadOnlyDictionary<(string Point, string Name), Func<Generated, Generated>> All { get; } = new Dictionary<(string, string), Func<Generated, Generated>>
    {
        [("tag policy", "values are left out")] = TagPolicies(text => Values().Replace(text, "")),
        [("tag policy", "a value is written in another casing")] = TagPolicies(text => text.Replace("\"alpha\"", "\"ALPHA\"", StringComparison.Ordinal)),
        [("tag policy", "types are enforced that the standard does not name")] = TagPolicies(text => Enforced().Replace(text, "\"enforced_for\":{\"@@assign\":[\"s3:bucket\"]")),
        [("service control policy", "a key is not asked for")] = Statements((statement, at) => at % 2 == 0 ? statement : null),
        [("service control policy", "Null asks for presence where it should ask for absence")] = ControlPolicies(text => text.Replace(":\"true\"", ":\"false\"", StringComparison.Ordinal)),
        [("service control policy", "RunInstances stands on every resource")] = Statements((statement, _) =>
        {
            statement["Resource"] = "*";
            return statement;
        }),
        [("service control policy", "StringLike in place of StringNotLike")] = ControlPolicies(text => text.Replace("StringNotLike", "StringLike", StringComparison.Ordinal)),
        [("service control policy", "two keys in one Null block")] = Statements((statement, _) =>
        {
            statement["Condition"]!["Null"]!["aws:RequestTag/Unrelated"] = "true";
            return statement;
        }),
        [("Config rule", "the last key is left out")] = ConfigRules(parameters => parameters.Remove(parameters.Last(parameter => parameter.Key.EndsWith("Key", StringComparison.Ordinal)).Key)),
        [("Config rule", "values are left out")] = ConfigRules(parameters =>
        {
            foreach (var name in parameters.Select(parameter => parameter.Key).Where(name => name.EndsWith("Value", StringComparison.Ordinal)).ToList())
            {
                parameters.Remove(name);
            }
        }),
    };

    private static Func<Generated, Generated> TagPolicies(Func<string, string> change) =>
        generated => generated with { TagPolicies = generated.TagPolicies.ToImmutableDictionary(policy => policy.Key, policy => change(policy.Value)) };

    private static Func<Generated, Generated> ControlPolicies(Func<string, string> change) =>
        generated => generated with { ControlPolicies = generated.ControlPolicies.ToImmutableDictionary(policy => policy.Key, policy => change(policy.Value)) };

    private static Func<Generated, Generated> Statements(Func<JsonNode, int, JsonNode?> change) => ControlPolicies(text =>
    {
        var document = JsonNode.Parse(text)!;
        document["Statement"] = new JsonArray([.. document["Statement"]!.AsArray().Select((statement, at) => change(statement!.DeepClone(), at)).Where(statement => statement is not null)]);
        return document.ToJsonString();
    });

    private static Func<Generated, Generated> ConfigRules(Action<JsonObject> change) => generated => generated with
    {
        ConfigRules =
        [
            .. generated.ConfigRules.Select(rule =>
            {
                var parameters = JsonNode.Parse(rule.InputParameters)!.AsObject();
                change(parameters);
                return rule with { InputParameters = parameters.ToJsonString() };
            }),
        ],
    };

    [GeneratedRegex("""
        ,"tag_value":\{"@@assign":\[[^]]*\](,"@@operators_allowed_for_child_policies":\[[^]]*\])?\}
        """)]
    private static partial Regex Values();

    [GeneratedRegex("""
        "enforced_for":\{"@@assign":\[[^]]*\]
        """)]
    private static partial Regex Enforced();
}
