using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.CloudFormation;

/// <summary>A role that a template declares, as it is in one account.</summary>
/// <param name="Policies">Documents by name.</param>
internal sealed record TemplateRole(string Name, string? Description, string Trust, IReadOnlyDictionary<string, string> Policies);

/// <summary>Reads templates in JSON: resources of the type AWS::IAM::Role, with Ref and Fn::Sub of pseudo parameters. Other resources are refused.</summary>
internal static class StackTemplate
{
    private const int MaximumBytes = 51_200;

    /// <exception cref="AwsError">ValidationError, or InsufficientCapabilitiesException.</exception>
    public static void Check(string text, IReadOnlyList<string> capabilities)
    {
        if (Encoding.UTF8.GetByteCount(text) > MaximumBytes)
            throw CloudFormationErrors.Invalid($"1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to {MaximumBytes}");
        if (Roles(text, "000000000000", "us-east-1").Count > 0 && !capabilities.Contains("CAPABILITY_NAMED_IAM"))
            throw CloudFormationErrors.Capabilities();
    }

    public static IReadOnlyList<TemplateRole> Roles(string text, string account, string region)
    {
        JsonNode? template;
        try
        {
            template = JsonNode.Parse(text);
        }
        catch (JsonException exception)
        {
            throw CloudFormationErrors.Invalid($"Template format error: JSON not well-formed. {exception.Message}");
        }
        if (template?["Resources"] is not JsonObject { Count: > 0 } resources)
            throw CloudFormationErrors.Invalid("Template format error: At least one Resources member must be defined.");
        return [.. resources.Select(resource => Role(resource.Key, resource.Value, account, region))];
    }

    private static TemplateRole Role(string logicalId, JsonNode? resource, string account, string region)
    {
        if ((string?)resource?["Type"] != "AWS::IAM::Role")
            throw CloudFormationErrors.Invalid($"Template format error: this endpoint deploys AWS::IAM::Role alone, and {logicalId} is {(string?)resource?["Type"] ?? "nothing"}.");
        var properties = Resolve(resource["Properties"], account, region) as JsonObject ?? [];
        var name = (string?)properties["RoleName"] ?? throw CloudFormationErrors.Invalid($"{logicalId} has no RoleName: this endpoint makes up none.");
        var policies = (properties["Policies"] as JsonArray ?? []).ToDictionary(policy => (string)policy!["PolicyName"]!, policy => policy!["PolicyDocument"]!.ToJsonString());
        return new TemplateRole(name, (string?)properties["Description"], properties["AssumeRolePolicyDocument"]?.ToJsonString() ?? throw CloudFormationErrors.Invalid($"{logicalId} has no AssumeRolePolicyDocument."), policies);
    }

    private static JsonNode? Resolve(JsonNode? node, string account, string region) => node switch
    {
        JsonObject { Count: 1 } function when function["Ref"] is JsonValue reference => Substitute($"${{{(string?)reference}}}", account, region),
        JsonObject { Count: 1 } function when function["Fn::Sub"] is JsonValue text => Substitute((string)text!, account, region),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Resolve(member.Value, account, region)))),
        JsonArray items => new JsonArray([.. items.Select(item => Resolve(item, account, region))]),
        _ => node?.DeepClone(),
    };

    private static string Substitute(string text, string account, string region)
    {
        var filled = text.Replace("${AWS::AccountId}", account, StringComparison.Ordinal)
            .Replace("${AWS::Region}", region, StringComparison.Ordinal)
            .Replace("${AWS::Partition}", "aws", StringComparison.Ordinal);
        return filled.Contains("${", StringComparison.Ordinal) ? throw CloudFormationErrors.Invalid($"Template error: unresolved reference in '{text}'.") : filled;
    }
}
