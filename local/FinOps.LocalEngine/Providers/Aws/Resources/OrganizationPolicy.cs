using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:organizations/policy:Policy.</summary>
internal sealed class OrganizationPolicy(AwsSession aws) : IResourceHandler
{
    private static readonly PropertyMap _defaults = Applied.ParseDefaults("""{"type":"SERVICE_CONTROL_POLICY"}""");

    public PropertyMap Defaults(ResourceCall call) => _defaults;

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var type = call.Inputs.TextOf("type") ?? "SERVICE_CONTROL_POLICY";
        var input = Definition(call);
        input["Type"] = type;
        try
        {
            var answer = await aws.JsonAsync(AwsApi.Organizations, "CreatePolicy", input.WithTags(call, "Tags"), cancellationToken);
            return Result(answer);
        }
        catch (AwsCallException refusal) when (refusal.Is("DuplicatePolicy"))
        {
            var policies = await aws.PagesAsync(AwsApi.Organizations, "ListPolicies", new JsonObject { ["Filter"] = type }, "Policies", cancellationToken);
            var leftover = policies.Find(policy => (string?)policy["Name"] == call.Inputs.TextOf("name"));
            if (leftover is null)
                throw;
            return await UpdateAsync(call with { Id = (string)leftover["Id"]! }, cancellationToken);
        }
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var input = Definition(call);
        input["PolicyId"] = call.Id;
        var answer = await aws.JsonAsync(AwsApi.Organizations, "UpdatePolicy", input, cancellationToken);
        if (call.TagsToSet.Count > 0)
            await aws.JsonAsync(AwsApi.Organizations, "TagResource", new JsonObject { ["ResourceId"] = call.Id, ["Tags"] = JsonShape.Tags(call.TagsToSet) }, cancellationToken);
        if (call.TagsToRemove.Count > 0)
            await aws.JsonAsync(AwsApi.Organizations, "UntagResource", new JsonObject { ["ResourceId"] = call.Id, ["TagKeys"] = JsonShape.Texts(call.TagsToRemove) }, cancellationToken);
        return Result(answer);
    }

    public async Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        if (call.Inputs.FlagOf("skipDestroy") == true)
            return;
        await aws.JsonAsync(AwsApi.Organizations, "DeletePolicy", new JsonObject { ["PolicyId"] = call.Id }, cancellationToken).Unless("PolicyNotFound");
    }

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await aws.JsonAsync(AwsApi.Organizations, "DescribePolicy", new JsonObject { ["PolicyId"] = call.Id }, cancellationToken);
            var policy = (JsonObject)answer["Policy"]!["PolicySummary"]!.DeepClone();
            policy["Content"] = answer["Policy"]!["Content"]!.DeepClone();
            var tags = await aws.PagesAsync(AwsApi.Organizations, "ListTagsForResource", new JsonObject { ["ResourceId"] = call.Id }, "Tags", cancellationToken);
            return Result(answer).Reading(
                AnswerReader.Read(call, policy, JsonShape.Plain, "name", "description", "type", "content"), LiveTags.OfList(new JsonArray([.. tags.Select(tag => tag.DeepClone())])));
        }
        catch (AwsCallException refusal) when (refusal.Is("PolicyNotFound"))
        {
            return null;
        }
    }

    /// <summary>The API wants a description, an empty one at least.</summary>
    private static JsonObject Definition(ResourceCall call) => new()
    {
        ["Name"] = call.Inputs.RequiredText("name"),
        ["Description"] = call.Inputs.TextOf("description") ?? "",
        ["Content"] = call.Inputs.RequiredText("content"),
    };

    private static Applied Result(JsonObject answer)
    {
        var summary = answer["Policy"]!["PolicySummary"]!;
        return Applied.Of((string)summary["Id"]!, ("arn", (string)summary["Arn"]!), ("type", (string)summary["Type"]!));
    }
}
