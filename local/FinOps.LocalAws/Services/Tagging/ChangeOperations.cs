using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Tagging;

/// <summary>TagResources and UntagResources: each resource succeeds or fails on its own, and the call succeeds all the same.</summary>
internal sealed class ChangeOperations(LocalAwsEnvironment environment, LiveResourceStore resources)
{
    private const int MostArns = 20;
    private const int MostTags = 50;

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("TagResources", (input, context) =>
        {
            var tags = input.Map("Tags");
            if (tags.Count is 0 or > MostTags)
                throw input.Fault("Tags", $"Member must have length between 1 and {MostTags}");
            return Change(input, context, tags, []);
        });
        add("UntagResources", (input, context) =>
        {
            var keys = input.Strings("TagKeys");
            if (keys.Count is 0 or > MostTags)
                throw input.Fault("TagKeys", $"Member must have length between 1 and {MostTags}");
            if (keys.FirstOrDefault(key => key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) is { } reserved)
                throw input.Invalid($"aws: prefixed tag key names are not allowed for external use: {reserved}");
            return Change(input, context, new Dictionary<string, string>(), keys);
        });
    }

    private JsonObject Change(JsonInput input, CallContext context, IReadOnlyDictionary<string, string> add, IReadOnlyList<string> remove)
    {
        var arns = input.Strings("ResourceARNList");
        if (arns.Count is 0 or > MostArns)
            throw input.Fault("ResourceARNList", $"Member must have length between 1 and {MostArns}");
        var failed = new JsonObject();
        environment.Store.Write(session =>
        {
            foreach (var arn in arns.Distinct(StringComparer.Ordinal))
            {
                try
                {
                    resources.Change(session, context.AccountId, context.Region, arn, add, remove);
                }
                catch (AwsError refused)
                {
                    failed[arn] = new JsonObject { ["StatusCode"] = 400, ["ErrorCode"] = "InvalidParameterException", ["ErrorMessage"] = refused.Message };
                }
            }
        });
        return new JsonObject { ["FailedResourcesMap"] = failed };
    }
}
