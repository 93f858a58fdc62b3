using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:glue/catalogDatabase:CatalogDatabase; its id is <c>catalog:name</c>.</summary>
internal sealed class CatalogDatabase(AwsSession aws) : IResourceHandler
{
    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var input = new JsonObject { ["DatabaseInput"] = Database(call) };
        if (call.Tags.Count > 0)
            input["Tags"] = JsonShape.TextMap(call.Tags);
        return await SendAsync(call, "CreateDatabase", input, cancellationToken).Unless("AlreadyExists")
            ? await ResultAsync(call, cancellationToken)
            : await UpdateAsync(call, cancellationToken);
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        await SendAsync(call, "UpdateDatabase", new JsonObject { ["Name"] = call.Inputs.RequiredText("name"), ["DatabaseInput"] = Database(call) }, cancellationToken);
        var result = await ResultAsync(call, cancellationToken);
        var arn = result.Computed.TextOf("arn");
        if (call.TagsToSet.Count > 0)
            await SendAsync(call, "TagResource", new JsonObject { ["ResourceArn"] = arn, ["TagsToAdd"] = JsonShape.TextMap(call.TagsToSet) }, cancellationToken);
        if (call.TagsToRemove.Count > 0)
            await SendAsync(call, "UntagResource", new JsonObject { ["ResourceArn"] = arn, ["TagsToRemove"] = JsonShape.Texts(call.TagsToRemove) }, cancellationToken);
        return result;
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        SendAsync(call, "DeleteDatabase", new JsonObject { ["Name"] = Name(call.Id) }, cancellationToken).Unless("EntityNotFound");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var live = SendAsync(call, "GetDatabase", new JsonObject { ["Name"] = Name(call.Id) }, cancellationToken);
        if (!await live.Unless("EntityNotFound"))
            return null;
        var result = await ResultAsync(call, cancellationToken);
        var tags = await SendAsync(call, "GetTags", new JsonObject { ["ResourceArn"] = result.Computed.TextOf("arn") }, cancellationToken);
        return result.Reading(
            AnswerReader.Read(call, (await live)["Database"], JsonShape.Plain, "name", "description", "locationUri", "parameters"), LiveTags.OfMap(tags["Tags"]));
    }

    private static string Name(string id) => id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static JsonObject Database(ResourceCall call)
    {
        var database = JsonShape.Plain.Object(call.Inputs, "name", "description", "locationUri");
        if (call.Inputs.ObjectOf("parameters") is not null)
            database["Parameters"] = JsonShape.TextMap(call.Inputs.TextMapOf("parameters"));
        return database;
    }

    private Task<JsonObject> SendAsync(ResourceCall call, string operation, JsonObject input, CancellationToken cancellationToken) =>
        aws.JsonAsync(AwsApi.Glue, operation, input, cancellationToken, call.Region);

    private async Task<Applied> ResultAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var account = (await aws.IdentityAsync(cancellationToken)).AccountId;
        var name = call.Inputs.TextOf("name") ?? Name(call.Id);
        return Applied.Of($"{account}:{name}", ("name", name), ("catalogId", account),
            ("arn", $"arn:{AwsSession.PartitionOf(call.Region)}:glue:{call.Region}:{account}:database/{name}"));
    }
}
