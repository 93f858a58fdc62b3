using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:ssoadmin/permissionSet:PermissionSet; the id is <c>permissionSetArn,instanceArn</c>.</summary>
internal sealed class PermissionSet(AwsSession aws) : IResourceHandler
{
    private static readonly string[] Texts = ["description", "relayState", "sessionDuration"];
    private static readonly PropertyMap _defaults = Applied.ParseDefaults("""{"sessionDuration":"PT1H"}""");

    public PropertyMap Defaults(ResourceCall call) => _defaults;

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var input = JsonShape.Plain.Object(call.Inputs, ["instanceArn", "name", .. Texts]);
        input["Tags"] = Tags(call.Tags);
        var created = aws.JsonAsync(AwsApi.SsoAdmin, "CreatePermissionSet", input, cancellationToken, call.Region);
        if (await created.Unless("Conflict"))
            return Result((JsonObject)(await created)["PermissionSet"]!, call.Inputs.RequiredText("instanceArn"));
        return await FindAsync(call, cancellationToken) is { } standing
            ? await UpdateAsync(call with { Id = $"{standing},{call.Inputs.RequiredText("instanceArn")}" }, cancellationToken)
            : throw new InvalidOperationException("A permission set of that name was refused as existing and is not listed.");
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var input = SsoCalls.Target(call.Id);
        foreach (var text in Texts)
            if (call.Inputs.TextOf(text) is { } value)
                input[char.ToUpperInvariant(text[0]) + text[1..]] = value;
        await SendAsync(call, "UpdatePermissionSet", input, cancellationToken);
        if (call.TagsToSet.Count > 0)
            await SendAsync(call, "TagResource", SsoCalls.Resource(call.Id, ("Tags", Tags(call.TagsToSet))), cancellationToken);
        if (call.TagsToRemove.Count > 0)
            await SendAsync(call, "UntagResource", SsoCalls.Resource(call.Id, ("TagKeys", JsonShape.Texts(call.TagsToRemove))), cancellationToken);
        await SsoCalls.ProvisionAsync(aws, call, call.Id, cancellationToken);
        return Result((JsonObject)(await SendAsync(call, "DescribePermissionSet", SsoCalls.Target(call.Id), cancellationToken))["PermissionSet"]!, call.Inputs.RequiredText("instanceArn"));
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        SendAsync(call, "DeletePermissionSet", SsoCalls.Target(call.Id), cancellationToken).Unless("ResourceNotFound");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var answer = SendAsync(call, "DescribePermissionSet", SsoCalls.Target(call.Id), cancellationToken);
        if (!await answer.Unless("ResourceNotFound"))
            return null;
        var set = (JsonObject)(await answer)["PermissionSet"]!;
        var tags = await SendAsync(call, "ListTagsForResource", SsoCalls.Resource(call.Id), cancellationToken);
        return Result(set, call.Id.Split(',')[1]).Reading(AnswerReader.Read(call, set, JsonShape.Plain, [.. Texts, "name"]), LiveTags.OfList(tags["Tags"]));
    }

    private async Task<string?> FindAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var instance = call.Inputs.RequiredText("instanceArn");
        var sets = await SendAsync(call, "ListPermissionSets", new JsonObject { ["InstanceArn"] = instance }, cancellationToken);
        foreach (var arn in sets["PermissionSets"]!.AsArray().Select(arn => (string)arn!))
            if ((string?)(await SendAsync(call, "DescribePermissionSet", SsoCalls.Target($"{arn},{instance}"), cancellationToken))["PermissionSet"]!["Name"] == call.Inputs.RequiredText("name"))
                return arn;
        return null;
    }

    private Task<JsonObject> SendAsync(ResourceCall call, string operation, JsonObject input, CancellationToken cancellationToken) =>
        aws.JsonAsync(AwsApi.SsoAdmin, operation, input, cancellationToken, call.Region);

    private static JsonArray Tags(IEnumerable<KeyValuePair<string, string>> tags) =>
        new([.. tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]);

    private static Applied Result(JsonObject set, string instance) => Applied.Of(
        $"{(string)set["PermissionSetArn"]!},{instance}",
        ("arn", (string)set["PermissionSetArn"]!), ("instanceArn", instance), ("name", (string)set["Name"]!),
        ("createdDate", DateTimeOffset.FromUnixTimeSeconds((long)set["CreatedDate"]!).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)));
}
