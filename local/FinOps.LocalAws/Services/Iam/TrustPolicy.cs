using System.Text.Json.Nodes;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Iam;

/// <summary>Answers whether a role's trust policy lets a principal assume it. Conditions other than StringEquals on sts:ExternalId never hold here.</summary>
internal static class TrustPolicy
{
    public static bool Trusts(string document, Principal caller, string? externalId) =>
        Matches(document, caller, externalId, "Allow") && !Matches(document, caller, externalId, "Deny");

    /// <summary>Whether an AWS service such as <c>lambda.amazonaws.com</c> may assume the role; conditions are taken to hold.</summary>
    public static bool TrustsService(string document, string service) =>
        Many(JsonNode.Parse(document)?["Statement"]).OfType<JsonObject>().Any(statement =>
            (string?)statement["Effect"] == "Allow" && Many((statement["Principal"] as JsonObject)?["Service"]).Any(name => Text(name) == service));

    private static bool Matches(string document, Principal caller, string? externalId, string effect) =>
        Many(JsonNode.Parse(document)?["Statement"]).OfType<JsonObject>().Any(statement =>
            (string?)statement["Effect"] == effect
            && Many(statement["Action"]).Any(action => Text(action) is "sts:AssumeRole" or "sts:*" or "*")
            && Names(statement["Principal"], caller)
            && Holds(statement["Condition"], externalId));

    private static bool Names(JsonNode? principal, Principal caller)
    {
        if (Text(principal) == "*")
            return true;
        return Many((principal as JsonObject)?["AWS"]).Select(Text).Any(name =>
            name == "*" || name == caller.AccountId || name == $"arn:aws:iam::{caller.AccountId}:root" || name == caller.Arn || name == RoleOf(caller.Arn));
    }

    // A trust policy names the role, and the caller is a session of it.
    private static string? RoleOf(string arn) =>
        arn.Split(':', '/') is [_, _, "sts", _, var account, "assumed-role", var role, _] ? $"arn:aws:iam::{account}:role/{role}" : null;

    private static bool Holds(JsonNode? condition, string? externalId) => condition switch
    {
        null => true,
        JsonObject { Count: 1 } tests when tests["StringEquals"] is JsonObject { Count: 1 } equals && equals.ContainsKey("sts:ExternalId") =>
            Many(equals["sts:ExternalId"]).Any(value => Text(value) == externalId),
        JsonObject { Count: 0 } => true,
        _ => false,
    };

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static IEnumerable<JsonNode?> Many(JsonNode? node)
    {
        if (node is not JsonArray array)
        {
            if (node is not null)
                yield return node;
            yield break;
        }
        foreach (var item in array)
            yield return item;
    }
}
