using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Config;

/// <summary>Managed rules of the organization: put (create or replace), describe with their statuses, delete.</summary>
internal sealed partial class OrganizationRuleOperations(LocalAwsEnvironment environment)
{
    /// <summary>Organization rules of one organization (AWS Config quota).</summary>
    private const int MostRules = 350;

    private const int RequiredTagsKeys = 6;

    private static readonly string[] Frequencies = ["One_Hour", "Three_Hours", "Six_Hours", "Twelve_Hours", "TwentyFour_Hours"];

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("PutOrganizationConfigRule", Put);
        add("DescribeOrganizationConfigRules", (input, context) => List(input, context, "OrganizationConfigRules", rule => rule.DeepClone()));
        add("DescribeOrganizationConfigRuleStatuses", (input, context) => List(input, context, "OrganizationConfigRuleStatuses", Status));
        add("DeleteOrganizationConfigRule", Delete);
    }

    private JsonObject Put(JsonInput input, CallContext context)
    {
        var name = Name(input);
        if (input.Has("OrganizationCustomRuleMetadata") || input.Has("OrganizationCustomPolicyRuleMetadata"))
            throw new AwsError("InvalidParameterValueException", "Only managed rules (OrganizationManagedRuleMetadata) are served here.");
        var metadata = Metadata(input.Object("OrganizationManagedRuleMetadata"));
        var excluded = input.Strings("ExcludedAccounts");
        if (excluded.Count > 1_000 || excluded.Any(account => account.Length != 12 || !account.All(char.IsAsciiDigit)))
            throw input.Fault("ExcludedAccounts", "Member must be at most 1000 account ids");
        var arn = $"arn:aws:config:{context.Region}:{context.AccountId}:organization-config-rule/{name}";
        environment.Store.Write(session =>
        {
            if (session.Get(Rules(context), name) is null && session.List(Rules(context)).Count >= MostRules)
                throw new AwsError("MaxNumberOfOrganizationConfigRulesExceededException", $"You have reached the limit of {MostRules} organization Config rules.");
            session.Put(Rules(context), name, new JsonObject
            {
                ["OrganizationConfigRuleName"] = name,
                ["OrganizationConfigRuleArn"] = arn,
                ["OrganizationManagedRuleMetadata"] = metadata,
                ["ExcludedAccounts"] = new JsonArray([.. excluded.Select(account => JsonValue.Create(account))]),
                ["LastUpdateTime"] = context.Now.ToUnixTimeSeconds(),
            });
        });
        return new JsonObject { ["OrganizationConfigRuleArn"] = arn };
    }

    private JsonObject Delete(JsonInput input, CallContext context) => environment.Store.Write(session =>
    {
        var name = Name(input);
        if (session.Get(Rules(context), name) is null)
            throw NoSuchRule(name);
        session.Delete(Rules(context), name);
        return new JsonObject();
    });

    private JsonObject List(JsonInput input, CallContext context, string member, Func<JsonObject, JsonNode> print)
    {
        var names = input.Strings("OrganizationConfigRuleNames");
        var rules = environment.Store.List(Rules(context)).Select(item => item.Value).ToList();
        if (names.Except(rules.Select(rule => (string)rule["OrganizationConfigRuleName"]!)).FirstOrDefault() is { } missing)
            throw NoSuchRule(missing);
        var (page, next) = Pager.Page(rules.Where(rule => names.Count == 0 || names.Contains((string)rule["OrganizationConfigRuleName"]!)),
            rule => (string)rule["OrganizationConfigRuleName"]!, $"{member} {string.Join(' ', names)}", input.Optional("NextToken"), Math.Max(1, input.Integer("Limit", 100, 0, 100)),
            () => new AwsError("InvalidNextTokenException", "The specified next token is not valid."));
        var output = new JsonObject { [member] = new JsonArray([.. page.Select(print)]) };
        if (next is not null)
            output["NextToken"] = next;
        return output;
    }

    /// <summary>AWS deploys to every account first; here a rule is in force at once.</summary>
    private static JsonObject Status(JsonObject rule) => new()
    {
        ["OrganizationConfigRuleName"] = (string?)rule["OrganizationConfigRuleName"],
        ["OrganizationRuleStatus"] = "CREATE_SUCCESSFUL",
        ["LastUpdateTime"] = (long)rule["LastUpdateTime"]!,
    };

    private static JsonObject Metadata(JsonInput metadata)
    {
        var identifier = metadata.Required("RuleIdentifier", 256);
        metadata.Optional("Description", 256);
        metadata.OptionalOneOf("MaximumExecutionFrequency", Frequencies);
        metadata.Optional("TagKeyScope", 128);
        metadata.Optional("TagValueScope", 256);
        metadata.Optional("ResourceIdScope", 768);
        if (metadata.Strings("ResourceTypesScope") is { Count: > 100 })
            throw metadata.Fault("ResourceTypesScope", "Member must have length less than or equal to 100");
        if (metadata.Optional("InputParameters", 1_024) is { } parameters)
            CheckParameters(identifier, parameters);
        return (JsonObject)metadata.Body.DeepClone();
    }

    // {"tag1Key":"Team","tag1Value":"payments,checkout","tag2Key":"CostCenter"}
    private static void CheckParameters(string identifier, string text)
    {
        try
        {
            if (JsonNode.Parse(text) is JsonObject parameters
                && parameters.All(parameter => parameter.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String)
                && (identifier != "REQUIRED_TAGS" || (parameters.ContainsKey("tag1Key") && parameters.All(parameter => IsTagParameter(parameter.Key)))))
                return;
        }
        catch (JsonException)
        {
            // Text that is no JSON is refused with the rest.
        }

        throw new AwsError("InvalidParameterValueException", $"The input parameters are not those of the rule {identifier}: {text}");
    }

    private static bool IsTagParameter(string name) =>
        TagParameter().Match(name) is { Success: true } match && match.Groups[1].ValueSpan[0] - '0' is >= 1 and <= RequiredTagsKeys;

    private static string Name(JsonInput input)
    {
        var name = input.Required("OrganizationConfigRuleName", 64);
        return NamePattern().IsMatch(name) ? name : throw input.Fault("OrganizationConfigRuleName", "Member must satisfy regular expression pattern: [A-Za-z0-9-_]+");
    }

    private static AwsError NoSuchRule(string name) =>
        new("NoSuchOrganizationConfigRuleException", $"The organization Config rule {name} does not exist.");

    private static string Rules(CallContext context) => $"config/organization-rules/{context.Region}";

    [GeneratedRegex(@"^tag([0-9])(Key|Value)\z")]
    private static partial Regex TagParameter();

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\z")]
    private static partial Regex NamePattern();
}
