using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:cloudwatch/eventRule:EventRule; the id is its name. Putting a rule replaces the one of that name.</summary>
internal sealed class EventRule(AwsSession aws) : IResourceHandler
{
    private static readonly string[] Definition = ["description", "eventBusName", "eventPattern", "roleArn", "scheduleExpression", "state"];

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
        var answer = await live;
        var applied = Applied.Of(call.Id, ("name", call.Id), ("arn", (string)answer["Arn"]!));
        return applied with
        {
            Computed = Definition.Aggregate(applied.Computed, (properties, name) =>
                call.Inputs.Find(name) is not null && (string?)answer[char.ToUpperInvariant(name[0]) + name[1..]] is { } text ? properties.Set(name, text) : properties),
        };
    }

    private Task<JsonObject> SendAsync(ResourceCall call, string operation, JsonObject input, CancellationToken cancellationToken) =>
        aws.JsonAsync(AwsApi.Events, operation, input, cancellationToken, call.Region);
}
