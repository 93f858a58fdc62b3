using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:cloudwatch/eventRule:EventRule; the id is its name. Putting a rule replaces the one of that name.</summary>
internal sealed class EventRule(AwsSession aws) : IResourceHandler
{
    private static readonly string[] Definition = ["description", "eventBusName", "eventPattern", "roleArn", "scheduleExpression", "state"];

    private static readonly PropertyMap _defaults = Applied.ParseDefaults("""{"eventBusName":"default","state":"ENABLED"}""");

    public PropertyMap Defaults(ResourceCall call) => _defaults;

    public Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken) => UpdateAsync(call, cancellationToken);

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var rule = JsonShape.Plain.Object(call.Inputs, Definition);
        var name = call.Inputs.RequiredText("name");
        rule["Name"] = name;
        var arn = (string)(await SendAsync(call, "PutRule", rule, cancellationToken))["RuleArn"]!;
        if (call.TagsToSet.Count > 0)
            await SendAsync(call, "TagResource", new JsonObject { ["ResourceARN"] = arn, ["Tags"] = JsonShape.Tags(call.TagsToSet) }, cancellationToken);
        if (call.TagsToRemove.Count > 0)
            await SendAsync(call, "UntagResource", new JsonObject { ["ResourceARN"] = arn, ["TagKeys"] = JsonShape.Texts(call.TagsToRemove) }, cancellationToken);
        return Applied.Of(name, ("arn", arn));
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) => SendAsync(call, "DeleteRule", new JsonObject { ["Name"] = call.Id }, cancellationToken);

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var live = SendAsync(call, "DescribeRule", new JsonObject { ["Name"] = call.Id }, cancellationToken);
        if (!await live.Unless("ResourceNotFound"))
            return null;
        var arn = (string)(await live)["Arn"]!;
        var tags = await SendAsync(call, "ListTagsForResource", new JsonObject { ["ResourceARN"] = arn }, cancellationToken);
        return Applied.Of(call.Id, ("arn", arn)).Reading(AnswerReader.Read(call, await live, JsonShape.Plain, ["name", .. Definition]), LiveTags.OfList(tags["Tags"]));
    }

    private Task<JsonObject> SendAsync(ResourceCall call, string operation, JsonObject input, CancellationToken cancellationToken) =>
        aws.JsonAsync(AwsApi.Events, operation, input, cancellationToken, call.Region);
}
