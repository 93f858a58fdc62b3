using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:cfg/organizationManagedRule:OrganizationManagedRule; its id is its name. Putting a rule replaces the one of that name.</summary>
internal sealed class OrganizationManagedRule(AwsSession aws) : IResourceHandler
{
    private static readonly JsonShape Shape = new(("resourceTypesScopes", "ResourceTypesScope"));

    private static readonly string[] Metadata =
        ["ruleIdentifier", "description", "inputParameters", "maximumExecutionFrequency", "resourceIdScope", "resourceTypesScopes", "tagKeyScope", "tagValueScope"];

    private static readonly PropertyMap _defaults = Applied.ParseDefaults("""{"maximumExecutionFrequency":"TwentyFour_Hours"}""");

    public PropertyMap Defaults(ResourceCall call) => _defaults;

    public Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken) => UpdateAsync(call, cancellationToken);

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var name = call.Inputs.RequiredText("name");
        var answer = await SendAsync(call, "PutOrganizationConfigRule", new JsonObject
        {
            ["OrganizationConfigRuleName"] = name,
            ["OrganizationManagedRuleMetadata"] = Shape.Object(call.Inputs, Metadata),
            ["ExcludedAccounts"] = JsonShape.Texts(call.Inputs.TextsOf("excludedAccounts")),
        }, cancellationToken);
        return Applied.Of(name, ("arn", (string)answer["OrganizationConfigRuleArn"]!));
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        SendAsync(call, "DeleteOrganizationConfigRule", new JsonObject { ["OrganizationConfigRuleName"] = call.Id }, cancellationToken).Unless("NoSuchOrganizationConfigRule");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await SendAsync(call, "DescribeOrganizationConfigRules", new JsonObject { ["OrganizationConfigRuleNames"] = new JsonArray(call.Id) }, cancellationToken);
            var rule = (JsonObject)answer["OrganizationConfigRules"]![0]!;
            return Applied.Of(call.Id, ("arn", (string)rule["OrganizationConfigRuleArn"]!)).Reading(
                AnswerReader.Read(call, rule["OrganizationManagedRuleMetadata"], Shape, Metadata).SetAll(AnswerReader.Read(call, rule, Shape, "excludedAccounts")));
        }
        catch (AwsCallException refusal) when (refusal.Is("NoSuchOrganizationConfigRule"))
        {
            return null;
        }
    }

    private Task<JsonObject> SendAsync(ResourceCall call, string operation, JsonObject input, CancellationToken cancellationToken) =>
        aws.JsonAsync(AwsApi.Config, operation, input, cancellationToken, call.Region);
}
