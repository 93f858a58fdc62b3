using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:ssm/parameter:Parameter; the id is the name.</summary>
internal sealed class SystemParameter(AwsSession aws) : IResourceHandler
{
    private static readonly string[] _values = ["value", "insecureValue", "valueWo"];
    private static readonly PropertyMap _defaults = PropertyMap.Of(("dataType", "text"));

    public PropertyMap Defaults(ResourceCall call) => _defaults;

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        // Tags and overwriting exclude each other, so tags come by a call of their own.
        var put = SendAsync(call, "PutParameter", Definition(call, overwrite: call.Inputs.FlagOf("overwrite") == true), cancellationToken);
        return await put.Unless("ParameterAlreadyExists")
            ? await TaggedAsync(call, await put, cancellationToken)
            : await UpdateAsync(call, cancellationToken);
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken) =>
        await TaggedAsync(call, await SendAsync(call, "PutParameter", Definition(call, overwrite: true), cancellationToken), cancellationToken);

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        SendAsync(call, "DeleteParameter", new JsonObject { ["Name"] = call.Id }, cancellationToken).Unless("ParameterNotFound");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var live = SendAsync(call, "GetParameter", new JsonObject { ["Name"] = call.Id, ["WithDecryption"] = true }, cancellationToken);
        if (!await live.Unless("ParameterNotFound"))
            return null;
        var parameter = (await live)["Parameter"]!;
        var told = AnswerReader.Read(call, parameter, JsonShape.Plain, "type", "dataType");
        foreach (var written in _values.Where(call.Inputs.ContainsKey))
            told = told.Set(written, (string)parameter["Value"]!);
        var tags = await SendAsync(call, "ListTagsForResource", new JsonObject { ["ResourceType"] = "Parameter", ["ResourceId"] = call.Id }, cancellationToken);
        return Applied.Of(call.Id, ("arn", (string)parameter["ARN"]!), ("version", (double)parameter["Version"]!)).Reading(told, LiveTags.OfList(tags["TagList"]));
    }

    private static JsonObject Definition(ResourceCall call, bool overwrite)
    {
        var parameter = JsonShape.Plain.Object(call.Inputs, "name", "type", "description", "allowedPattern", "dataType", "keyId", "tier");
        parameter["Value"] = _values.Select(call.Inputs.TextOf).FirstOrDefault(value => value is not null)
            ?? throw AwsFailures.NotApplied(call, "none of value, insecureValue and valueWo", "Set one of them.");
        parameter["Overwrite"] = overwrite;
        return parameter;
    }

    private async Task<Applied> TaggedAsync(ResourceCall call, JsonObject put, CancellationToken cancellationToken)
    {
        var name = call.Inputs.RequiredText("name");
        if (call.TagsToSet.Count > 0)
            await SendAsync(call, "AddTagsToResource", Tagged(name, "Tags", JsonShape.Tags(call.TagsToSet)), cancellationToken);
        if (call.TagsToRemove.Count > 0)
            await SendAsync(call, "RemoveTagsFromResource", Tagged(name, "TagKeys", JsonShape.Texts(call.TagsToRemove)), cancellationToken);
        var account = (await aws.IdentityAsync(cancellationToken)).AccountId;
        return Applied.Of(
            name,
            ("arn", $"arn:{AwsSession.PartitionOf(call.Region)}:ssm:{call.Region}:{account}:parameter/{name.TrimStart('/')}"),
            ("tier", (string?)put["Tier"] ?? "Standard"),
            ("version", (double)put["Version"]!));
    }

    private static JsonObject Tagged(string name, string member, JsonArray tags) => new() { ["ResourceType"] = "Parameter", ["ResourceId"] = name, [member] = tags };

    private Task<JsonObject> SendAsync(ResourceCall call, string operation, JsonObject input, CancellationToken cancellationToken) =>
        aws.JsonAsync(AwsApi.Ssm, operation, input, cancellationToken, call.Region);
}
