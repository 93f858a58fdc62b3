using System.Text.Json;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Iam;

/// <summary>Checks the outer form of an IAM policy document.</summary>
internal static class PolicyDocument
{
    /// <param name="text">The document.</param>
    /// <param name="isTrust">A trust policy names principals; every other kind must not.</param>
    /// <param name="maximum">Its longest length without white space.</param>
    /// <exception cref="AwsError">MalformedPolicyDocument or LimitExceeded.</exception>
    public static string Check(string text, bool isTrust, int maximum)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(text);
        }
        catch (JsonException exception)
        {
            throw Malformed($"This policy contains invalid Json: {exception.Message}");
        }
        if (node is not JsonObject document || document["Statement"] is null)
            throw Malformed("Syntax errors in policy: there is no Statement.");
        var statements = document["Statement"] is JsonArray many ? [.. many] : new[] { document["Statement"] };
        foreach (var statement in statements)
            CheckStatement(statement as JsonObject ?? throw Malformed("Syntax errors in policy: a Statement is no object."), isTrust);
        return text.Count(letter => !char.IsWhiteSpace(letter)) <= maximum
            ? text
            : throw IamErrors.Limit($"Cannot exceed quota for PolicySize: {maximum}");
    }

    private static void CheckStatement(JsonObject statement, bool isTrust)
    {
        if ((string?)(statement["Effect"] as JsonValue) is not ("Allow" or "Deny"))
            throw Malformed("Syntax errors in policy: Effect must be Allow or Deny.");
        if (statement["Action"] is null && statement["NotAction"] is null)
            throw Malformed("Policy statement must contain actions.");
        var hasPrincipal = statement["Principal"] is not null || statement["NotPrincipal"] is not null;
        if (isTrust && !hasPrincipal)
            throw Malformed("Missing required field Principal");
        if (!isTrust && hasPrincipal)
            throw Malformed("Policy document should not specify a principal.");
        if (isTrust && (statement["Resource"] is not null || statement["NotResource"] is not null))
            throw Malformed("Has prohibited field Resource");
        if (!isTrust && statement["Resource"] is null && statement["NotResource"] is null)
            throw Malformed("Policy statement must contain resources.");
    }

    private static AwsError Malformed(string message) => new("MalformedPolicyDocument", message);
}
