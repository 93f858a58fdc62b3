using System.Text.Json.Nodes;
using FinOps.Core.Costs;
using FinOps.LocalAws.CostExplorer.Input;

namespace FinOps.LocalAws.CostExplorer.Tags;

/// <summary>
/// StartCostAllocationTagBackfill and its history. A backfill says that it is processing for a while (AWS takes hours), but has nothing to
/// do: here an active key covers all history at once.
/// </summary>
internal sealed class TagBackfills(CostExplorerState state)
{
    private const string Collection = "ce.tag-backfills";
    private const int DefaultPageSize = 1_000;
    private const int MaximumMonths = 12;
    private static readonly TimeSpan Pause = TimeSpan.FromHours(24);
    private static readonly TimeSpan Processing = TimeSpan.FromMinutes(15);

    public JsonObject Start(CostExplorerCall call)
    {
        state.RequirePayer(call, "cost allocation tags");
        var text = call.Input.RequiredText("BackfillFrom", min: 20, max: 25);
        call.Input.Check();
        var from = ApiTime.Parse(text);
        var month = BillingMonth.Containing(from);
        var current = BillingMonth.Containing(state.Today);
        if (from.UtcDateTime != month.FirstDay.ToDateTime(TimeOnly.MinValue))
            throw CostExplorerErrors.Validation("BackfillFrom must be the first day of a month at 00:00:00 UTC.");
        if (month > current || current.MonthsSince(month) > MaximumMonths)
            throw CostExplorerErrors.Validation($"BackfillFrom must lie within the last {MaximumMonths} months.");
        return state.Store.Write(session =>
        {
            if (session.List(Collection).Any(item => call.Now - RequestedAt(item.Value) < Pause))
                throw CostExplorerErrors.BackfillLimitExceeded("A backfill can be requested once in 24 hours.");
            var now = ApiTime.Of(call.Now);
            var request = new JsonObject { ["BackfillFrom"] = ApiTime.Of(month.FirstDay), ["RequestedAt"] = now };
            session.Put(Collection, now, request);
            return new JsonObject { ["BackfillRequest"] = At(request, call.Now) };
        });
    }

    public JsonObject List(CostExplorerCall call)
    {
        state.RequirePayer(call, "cost allocation tags");
        var size = call.Input.Integer("MaxResults", min: 1, max: 1_000) ?? DefaultPageSize;
        call.Input.Check();
        var requests = state.Store.List(Collection).Reverse().Select(item => At(item.Value, call.Now)).ToList();
        var page = Page<JsonObject>.Of(requests, size, "ListCostAllocationTagBackfillHistory", call.Json, "NextToken");
        var output = new JsonObject { ["BackfillRequests"] = new JsonArray([.. page.Items]) };
        page.WriteToken(output, "NextToken");
        return output;
    }

    /// <summary>The request as AWS tells it at that time.</summary>
    private static JsonObject At(JsonObject stored, DateTimeOffset now)
    {
        var request = stored.DeepClone().AsObject();
        var completed = RequestedAt(stored) + Processing;
        var isDone = completed <= now;
        request["BackfillStatus"] = isDone ? "SUCCEEDED" : "PROCESSING";
        request["LastUpdatedAt"] = isDone ? ApiTime.Of(completed) : request["RequestedAt"]!.DeepClone();
        if (isDone)
            request["CompletedAt"] = ApiTime.Of(completed);
        return request;
    }

    private static DateTimeOffset RequestedAt(JsonObject request) => ApiTime.Parse(request["RequestedAt"]!.GetValue<string>());
}
