using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Budgets;

/// <summary>Tags of budgets, by ARN.</summary>
internal sealed class BudgetTags(LocalAwsEnvironment environment)
{
    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("ListTagsForResource", (input, context) => environment.Store.Read(session => new JsonObject
        {
            ["ResourceTags"] = TagStore.ToList(BudgetStore.Tags.Read(session, Arn(session, input, context))),
        }));
        add("TagResource", (input, context) =>
        {
            var tags = BudgetStore.Tags.FromList(input.Objects("ResourceTags"));
            environment.Store.Write(session => BudgetStore.Tags.Merge(session, Arn(session, input, context), tags));
            return new JsonObject();
        });
        add("UntagResource", (input, context) =>
        {
            environment.Store.Write(session => BudgetStore.Tags.Remove(session, Arn(session, input, context), input.Strings("ResourceTagKeys")));
            return new JsonObject();
        });
    }

    private static string Arn(StoreSession session, JsonInput input, CallContext context)
    {
        var arn = input.Required("ResourceARN", 1011);
        var prefix = BudgetStore.Arn(context.AccountId, "");
        var parts = arn.StartsWith(prefix, StringComparison.Ordinal) ? arn[prefix.Length..].Split("/action/", 2) : [];
        return parts.Length > 0 && session.Get(BudgetStore.Collection(context.AccountId), parts[0]) is { } stored && (parts.Length == 1 || ActionOperations.Find(stored, parts[1]) is not null)
            ? arn
            : throw BudgetsErrors.NotFound($"Unable to find the resource {arn}.");
    }
}
