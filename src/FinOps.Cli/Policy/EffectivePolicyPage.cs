using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FinOps.Core.TagPolicies;

namespace FinOps.Cli.Policy;

/// <summary>An effective policy with its lineage, for a person and for programs.</summary>
internal static class EffectivePolicyPage
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(EffectiveTagPolicy policy, IReadOnlyList<PolicyLevel> levels)
    {
        var text = new StringBuilder();
        Line(text, $"Effective tag policy of account {policy.AccountId}");
        foreach (var level in levels)
        {
            Line(text, $"  {level.Target}: {(level.Policies.IsEmpty ? "no tag policy" : string.Join(", ", level.Policies.Select(each => $"{each.Name} ({each.Id})")))}");
        }

        foreach (var key in policy.Keys)
        {
            Line(text, "");
            Line(text, key.TagKey.Value);
            foreach (var (setting, values) in key.Settings)
            {
                foreach (var value in values)
                {
                    Line(text, $"  {setting} {value.Value}: {(value.Origin is { } origin ? origin.ToString() : "filled in, no policy says otherwise")}");
                }
            }

            foreach (var (setting, removed) in key.Removed)
            {
                Line(text, $"  {setting} {removed.Value} is removed: {removed.RemovedBy}");
            }
        }

        if (!policy.Ignored.IsEmpty)
        {
            Line(text, "");
            Line(text, "Without effect");
            foreach (var ignored in policy.Ignored)
            {
                Line(text, $"  {ignored.Origin}");
                Line(text, $"    {(ignored.Reason == IgnoredReason.NotAllowed ? "not allowed by" : "assigned earlier by")} {string.Join("; ", ignored.Because)}");
            }
        }

        foreach (var error in policy.Errors)
        {
            Line(text, "");
            Line(text, $"Not valid: {error.Code} at {error.Path}: {error.Message} Policies: {string.Join(", ", error.ContributingPolicies)}");
        }

        return text.ToString().TrimEnd('\n');
    }

    public static string Json(EffectiveTagPolicy policy) => new JsonObject
    {
        ["account"] = policy.AccountId,
        ["effective"] = JsonNode.Parse(policy.ToJson()),
        ["values"] = new JsonArray([.. policy.Keys.SelectMany(key => key.Settings.SelectMany(setting => setting.Values.Select(value => new JsonObject
        {
            ["key"] = key.PolicyKey,
            ["setting"] = setting.Setting,
            ["value"] = value.Value,
            ["origin"] = value.Origin is null ? null : Origin(value.Origin),
        })))]),
        ["removed"] = new JsonArray([.. policy.Keys.SelectMany(key => key.Removed.Select(removed => new JsonObject
        {
            ["key"] = key.PolicyKey,
            ["setting"] = removed.Setting,
            ["value"] = removed.Removed.Value,
            ["origin"] = Origin(removed.Removed.Origin),
            ["removedBy"] = Origin(removed.Removed.RemovedBy),
        }))]),
        ["ignored"] = new JsonArray([.. policy.Ignored.Select(ignored => new JsonObject
        {
            ["origin"] = Origin(ignored.Origin),
            ["reason"] = ignored.Reason == IgnoredReason.NotAllowed ? "notAllowed" : "assignedEarlier",
            ["because"] = new JsonArray([.. ignored.Because.Select(Origin)]),
        })]),
        ["errors"] = new JsonArray([.. policy.Errors.Select(error => new JsonObject
        {
            ["code"] = error.Code,
            ["message"] = error.Message,
            ["path"] = error.Path,
            ["contributingPolicies"] = new JsonArray([.. error.ContributingPolicies.Select(id => (JsonNode)id)]),
        })]),
    }.ToJsonString(Readable);

    private static JsonObject Origin(PolicyOrigin origin) => new()
    {
        ["policyId"] = origin.PolicyId,
        ["policyName"] = origin.PolicyName,
        ["targetId"] = origin.TargetId,
        ["targetName"] = origin.TargetName,
        ["operator"] = origin.Operator,
        ["path"] = origin.Path,
    };

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
