using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:budgets/budget:Budget, with its notifications and their subscribers.</summary>
internal sealed class Budget(AwsSession aws) : IResourceHandler
{
    public PropertyMap Defaults(ResourceCall call) => BudgetAnswer.Defaults;

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var account = await AccountAsync(call, cancellationToken);
        var input = new JsonObject
        {
            ["AccountId"] = account,
            ["Budget"] = Definition(call.Inputs),
            ["NotificationsWithSubscribers"] = new JsonArray([.. BudgetNotifications.Wanted(call.Inputs).Select(n => n.ToJson())]),
        };
        if (call.Tags.Count > 0)
            input["ResourceTags"] = JsonShape.Tags(call.Tags);
        try
        {
            await aws.JsonAsync(AwsApi.Budgets, "CreateBudget", input, cancellationToken);
            return Result(account, call.Inputs.RequiredText("name"));
        }
        catch (AwsCallException refusal) when (refusal.Is("DuplicateRecord"))
        {
            return await UpdateAsync(call, cancellationToken);
        }
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var account = await AccountAsync(call, cancellationToken);
        await aws.JsonAsync(AwsApi.Budgets, "UpdateBudget", new JsonObject { ["AccountId"] = account, ["NewBudget"] = Definition(call.Inputs) }, cancellationToken);
        await new BudgetNotifications(aws, account, call.Inputs.RequiredText("name")).SynchronizeAsync(call.Inputs, cancellationToken);
        var arn = Arn(account, call.Inputs.RequiredText("name"));
        if (call.TagsToSet.Count > 0)
            await aws.JsonAsync(AwsApi.Budgets, "TagResource", new JsonObject { ["ResourceARN"] = arn, ["ResourceTags"] = JsonShape.Tags(call.TagsToSet) }, cancellationToken);
        if (call.TagsToRemove.Count > 0)
            await aws.JsonAsync(AwsApi.Budgets, "UntagResource", new JsonObject { ["ResourceARN"] = arn, ["ResourceTagKeys"] = JsonShape.Texts(call.TagsToRemove) }, cancellationToken);
        return Result(account, call.Inputs.RequiredText("name"));
    }

    public async Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var (account, name) = Split(call.Id);
        await aws.JsonAsync(AwsApi.Budgets, "DeleteBudget", new JsonObject { ["AccountId"] = account, ["BudgetName"] = name }, cancellationToken).Unless("NotFound");
    }

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var (account, name) = Split(call.Id);
        try
        {
            var answer = await aws.JsonAsync(AwsApi.Budgets, "DescribeBudget", new JsonObject { ["AccountId"] = account, ["BudgetName"] = name }, cancellationToken);
            var told = BudgetAnswer.Read(call, (JsonObject)answer["Budget"]!)
                .Set("notifications", await new BudgetNotifications(aws, account, name).ReadAsync(cancellationToken));
            return Result(account, name).Reading(told, await aws.BudgetTagsAsync(Arn(account, name), cancellationToken));
        }
        catch (AwsCallException refusal) when (refusal.Is("NotFound"))
        {
            return null;
        }
    }

    private static JsonObject Definition(PropertyMap inputs)
    {
        var budget = new JsonObject
        {
            ["BudgetName"] = inputs.RequiredText("name"),
            ["BudgetType"] = inputs.RequiredText("budgetType"),
            ["TimeUnit"] = inputs.RequiredText("timeUnit"),
        };
        if (inputs.TextOf("limitAmount") is { } amount)
            budget["BudgetLimit"] = new JsonObject { ["Amount"] = amount, ["Unit"] = inputs.TextOf("limitUnit") ?? "USD" };
        if (inputs.ObjectsOf("plannedLimits") is { Count: > 0 } planned)
            budget["PlannedBudgetLimits"] = new JsonObject(planned.Select(limit => KeyValuePair.Create(
                Epoch(limit.RequiredText("startTime")).ToString(CultureInfo.InvariantCulture),
                (JsonNode?)new JsonObject { ["Amount"] = limit.RequiredText("amount"), ["Unit"] = limit.RequiredText("unit") })));
        if (inputs.ObjectsOf("costFilters") is { Count: > 0 } filters)
            budget["CostFilters"] = new JsonObject(filters.Select(filter => KeyValuePair.Create(filter.RequiredText("name"), (JsonNode?)JsonShape.Texts(filter.TextsOf("values")))));
        foreach (var member in new[] { "filterExpression", "costTypes", "autoAdjustData" })
            if (inputs.ObjectOf(member) is { } nested)
                budget[char.ToUpperInvariant(member[0]) + member[1..]] = BudgetAnswer.Shape.Object(nested);
        if (inputs.TextOf("metrics") is { } metric)
            budget["Metrics"] = new JsonArray(metric);
        if (inputs.TextOf("billingViewArn") is { } view)
            budget["BillingViewArn"] = view;
        var period = new JsonObject();
        if (inputs.TextOf("timePeriodStart") is { } start)
            period["Start"] = Epoch(start);
        if (inputs.TextOf("timePeriodEnd") is { } end)
            period["End"] = Epoch(end);
        if (period.Count > 0)
            budget["TimePeriod"] = period;
        return budget;
    }

    /// <summary>Times look like <c>2017-01-01_12:00</c>; the API wants seconds.</summary>
    private static long Epoch(string time) =>
        DateTimeOffset.ParseExact(time, "yyyy-MM-dd_HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeSeconds();

    private async Task<string> AccountAsync(ResourceCall call, CancellationToken cancellationToken) =>
        call.Inputs.TextOf("accountId") ?? (await aws.IdentityAsync(cancellationToken)).AccountId;

    private static Applied Result(string account, string name) => Applied.Of($"{account}:{name}", ("accountId", account), ("arn", Arn(account, name)));

    private static string Arn(string account, string name) => $"arn:aws:budgets::{account}:budget/{name}";

    private static (string Account, string Name) Split(string id)
    {
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        return (id[..colon], id[(colon + 1)..]);
    }
}
