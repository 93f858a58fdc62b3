using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.CloudWatch;

/// <summary>Dashboards: put, get, list, delete. They belong to an account, not to a region.</summary>
internal sealed partial class DashboardOperations(LocalAwsEnvironment environment)
{
    private static readonly JsonPage Page = new(1_000);

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("PutDashboard", Put);
        add("GetDashboard", Get);
        add("ListDashboards", List);
        add("DeleteDashboards", Delete);
    }

    private JsonObject Put(JsonInput input, CallContext context)
    {
        var (name, body) = (input.Required("DashboardName", 255), input.Required("DashboardBody"));
        if (!NamePattern().IsMatch(name))
            throw CloudWatchErrors.Dashboard([("DashboardName", "should have only A-Z, a-z, 0-9, - and _")]);
        if (DashboardBody.Faults(body) is { Count: > 0 } faults)
            throw CloudWatchErrors.Dashboard(faults);
        environment.Store.Put(CloudWatchStore.Dashboards(context), name, new JsonObject { ["Body"] = body, ["LastModified"] = context.Now.ToUnixTimeSeconds() });
        return new JsonObject { ["DashboardValidationMessages"] = new JsonArray() };
    }

    private JsonObject Get(JsonInput input, CallContext context)
    {
        var name = input.Required("DashboardName");
        var found = environment.Store.Get(CloudWatchStore.Dashboards(context), name) ?? throw CloudWatchErrors.NoDashboard(name);
        return new JsonObject { ["DashboardArn"] = CloudWatchStore.DashboardArn(context, name), ["DashboardName"] = name, ["DashboardBody"] = (string)found["Body"]! };
    }

    private JsonObject List(JsonInput input, CallContext context)
    {
        var prefix = input.Optional("DashboardNamePrefix") ?? "";
        return Page.Of(input, $"ListDashboards {prefix}", "DashboardEntries", environment.Store.List(CloudWatchStore.Dashboards(context), prefix), item => item.Key, item => new JsonObject
        {
            ["DashboardName"] = item.Key,
            ["DashboardArn"] = CloudWatchStore.DashboardArn(context, item.Key),
            ["LastModified"] = (long)item.Value["LastModified"]!,
            ["Size"] = Encoding.UTF8.GetByteCount((string)item.Value["Body"]!),
        });
    }

    /// <summary>All or none: a name that is none deletes nothing.</summary>
    private JsonObject Delete(JsonInput input, CallContext context)
    {
        environment.Store.Write(session =>
        {
            foreach (var name in input.Strings("DashboardNames"))
                if (!session.Delete(CloudWatchStore.Dashboards(context), name))
                    throw CloudWatchErrors.NoDashboard(name);
        });
        return [];
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\z")]
    private static partial Regex NamePattern();
}
