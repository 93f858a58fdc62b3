using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:costexplorer/costCategory:CostCategory. The order of the rules is their precedence and stays as given.</summary>
internal sealed class CostCategory(AwsSession aws) : IResourceHandler
{
    private static readonly PropertyMap _defaults = Applied.ParseDefaults("""{"rules":[{"type":"REGULAR"}]}""");

    public PropertyMap Defaults(ResourceCall call) => _defaults;

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var name = call.Inputs.RequiredText("name");
        var categories = await aws.PagesAsync(AwsApi.CostExplorer, "ListCostCategoryDefinitions", [], "CostCategoryReferences", cancellationToken);
        if (categories.Find(category => (string?)category["Name"] == name) is { } leftover)
            return await UpdateAsync(call with { Id = (string)leftover["CostCategoryArn"]! }, cancellationToken);

        var input = Definition(call.Inputs);
        input["Name"] = name;
        var answer = await aws.JsonAsync(AwsApi.CostExplorer, "CreateCostCategoryDefinition", input.WithTags(call), cancellationToken);
        return Result((string)answer["CostCategoryArn"]!, answer);
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var input = Definition(call.Inputs);
        input["CostCategoryArn"] = call.Id;
        var answer = await aws.JsonAsync(AwsApi.CostExplorer, "UpdateCostCategoryDefinition", input, cancellationToken);
        await aws.SynchronizeTagsAsync(call.Id, call, cancellationToken);
        return Result(call.Id, answer);
    }

    public async Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        await aws.JsonAsync(AwsApi.CostExplorer, "DeleteCostCategoryDefinition", new JsonObject { ["CostCategoryArn"] = call.Id }, cancellationToken).Unless("ResourceNotFound");
    }

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await aws.JsonAsync(AwsApi.CostExplorer, "DescribeCostCategoryDefinition", new JsonObject { ["CostCategoryArn"] = call.Id }, cancellationToken);
            var category = (JsonObject)answer["CostCategory"]!;
            return Result(call.Id, category).Reading(
                AnswerReader.Read(call, category, CostExplorerShapes.Expression, "name", "ruleVersion", "rules", "defaultValue", "splitChargeRules"),
                await aws.CostTagsAsync(call.Id, cancellationToken));
        }
        catch (AwsCallException refusal) when (refusal.Is("ResourceNotFound"))
        {
            return null;
        }
    }

    private static JsonObject Definition(PropertyMap inputs)
    {
        var definition = new JsonObject
        {
            ["RuleVersion"] = inputs.RequiredText("ruleVersion"),
            ["Rules"] = new JsonArray([.. inputs.ObjectsOf("rules").Select(rule => CostExplorerShapes.Expression.Object(rule))]),
        };
        if (inputs.TextOf("defaultValue") is { } value)
            definition["DefaultValue"] = value;
        if (inputs.TextOf("effectiveStart") is { } start)
            definition["EffectiveStart"] = start;
        if (inputs.ObjectsOf("splitChargeRules") is { Count: > 0 } splits)
            definition["SplitChargeRules"] = new JsonArray([.. splits.Select(split => JsonShape.Plain.Object(split))]);
        return definition;
    }

    private static Applied Result(string arn, JsonObject answer)
    {
        var computed = PropertyMap.Of(("arn", arn));
        if ((string?)answer["EffectiveStart"] is { } start)
            computed = computed.Set("effectiveStart", start);
        if ((string?)answer["EffectiveEnd"] is { } end)
            computed = computed.Set("effectiveEnd", end);
        return new Applied(arn, computed);
    }
}
