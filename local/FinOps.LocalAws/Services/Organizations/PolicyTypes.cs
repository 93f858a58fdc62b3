using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FinOps.Core.Problems;
using FinOps.Core.TagPolicies;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Organizations;

/// <summary>What each type of policy may be: how long, how often attached, and its document's outer form.</summary>
internal static class PolicyTypes
{
    public const string ServiceControl = "SERVICE_CONTROL_POLICY";
    public const string Tag = "TAG_POLICY";

    public static readonly string[] All =
    [
        ServiceControl, "RESOURCE_CONTROL_POLICY", Tag, "BACKUP_POLICY", "AISERVICES_OPT_OUT_POLICY", "CHATBOT_POLICY", "DECLARATIVE_POLICY_EC2",
        "SECURITYHUB_POLICY", "INSPECTOR_POLICY", "UPGRADE_ROLLOUT_POLICY", "BEDROCK_POLICY", "S3_POLICY", "NETWORK_SECURITY_DIRECTOR_POLICY",
    ];

    private static readonly string[] StatementElements = ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    /// <summary>Policies of the type that one organization can have.</summary>
    public static int NumberLimit(string type) => type == ServiceControl ? 10_000 : 1_000;

    /// <summary>Policies of the type that one root, unit or account can have.</summary>
    public static int AttachmentLimit(string type) => IsAccessControl(type) ? 5 : 10;

    public static bool IsAccessControl(string type) => type is ServiceControl or "RESOURCE_CONTROL_POLICY";

    /// <exception cref="AwsError">MalformedPolicyDocumentException, or ConstraintViolationException when it is too long.</exception>
    public static void Check(string type, string content)
    {
        var bytes = Encoding.UTF8.GetByteCount(content);
        if (bytes > ContentLimit(type))
            throw OrganizationsErrors.Constraint($"You have exceeded the maximum policy size: {bytes} bytes, and {ContentLimit(type)} are allowed.", "POLICY_CONTENT_LIMIT_EXCEEDED");
        JsonNode? document;
        try
        {
            document = JsonNode.Parse(content);
        }
        catch (JsonException exception)
        {
            throw Malformed($"The provided policy document is no JSON: {exception.Message}");
        }
        if (document is not JsonObject root)
            throw Malformed("The provided policy document is no JSON object.");
        if (IsAccessControl(type))
            CheckAccessControl(root, type);
        else if (type == Tag)
            CheckTagPolicy(content);
    }

    private static int ContentLimit(string type) => type switch
    {
        _ when IsAccessControl(type) => 5_120,
        "AISERVICES_OPT_OUT_POLICY" => 2_500,
        _ => 10_000,
    };

    private static void CheckAccessControl(JsonObject root, string type)
    {
        if ((string?)(root["Version"] as JsonValue) != "2012-10-17")
            throw Malformed("The provided policy document must have Version 2012-10-17.");
        var statements = root["Statement"] switch { JsonArray array => [.. array], JsonObject one => (JsonNode?[])[one], _ => [] };
        if (statements.Length == 0 || statements.Any(statement => statement is not JsonObject { } each || (string?)(each["Effect"] as JsonValue) is not ("Allow" or "Deny")))
            throw Malformed("The provided policy document must have Statement: objects, each with the Effect Allow or Deny.");
        foreach (var statement in statements.OfType<JsonObject>())
        {
            if (statement.FirstOrDefault(member => !StatementElements.Contains(member.Key) && (type == ServiceControl || member.Key != "Principal")) is { Key: { } stranger })
                throw Malformed($"The provided policy document has the unsupported element {stranger}.");
            if (statement.ContainsKey("Action") == statement.ContainsKey("NotAction") || statement.ContainsKey("Resource") == statement.ContainsKey("NotResource"))
                throw Malformed("Each statement must have either Action or NotAction, and either Resource or NotResource.");
            if (statement["Sid"] is { } sid && ((string?)(sid as JsonValue) is not { } text || !text.All(char.IsAsciiLetterOrDigit)))
                throw Malformed("A Sid may hold letters and digits only.");
        }
    }

    private static void CheckTagPolicy(string content)
    {
        try
        {
            TagPolicy.Parse("new", "new", content);
        }
        catch (ProblemException mistakes)
        {
            throw Malformed($"The provided policy document does not meet the requirements of the specified policy type: {string.Join("; ", mistakes.Problems.Select(problem => $"{problem.Path}: found {problem.Found}; allowed: {problem.Allowed}"))}");
        }
    }

    private static AwsError Malformed(string message) => OrganizationsErrors.Make("MalformedPolicyDocumentException", message);
}
