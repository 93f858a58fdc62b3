using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:cloudwatch/dashboard:Dashboard; the id is the name. Putting a dashboard replaces the one of that name.</summary>
internal sealed class Dashboard(AwsSession aws) : IResourceHandler
{
    public Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken) => UpdateAsync(call, cancellationToken);

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var name = call.Inputs.RequiredText("dashboardName");
        await SendAsync(call, "PutDashboard", JsonShape.Plain.Object(call.Inputs, "dashboardName", "dashboardBody"), cancellationToken);
        return Applied.Of(name, ("dashboardArn", $"arn:{AwsSession.PartitionOf(call.Region)}:cloudwatch::{(await aws.IdentityAsync(cancellationToken)).AccountId}:dashboard/{name}"));
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        SendAsync(call, "DeleteDashboards", new JsonObject { ["DashboardNames"] = new JsonArray(call.Id) }, cancellationToken).Unless("DashboardNotFoundError", "ResourceNotFound");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var live = SendAsync(call, "GetDashboard", new JsonObject { ["DashboardName"] = call.Id }, cancellationToken);
        if (!await live.Unless("DashboardNotFoundError", "ResourceNotFound"))
            return null;
        return Applied.Of(call.Id, ("dashboardArn", (string)(await live)["DashboardArn"]!)).Reading(AnswerReader.Read(call, await live, JsonShape.Plain, "dashboardBody"));
    }

    private Task<JsonObject> SendAsync(ResourceCall call, string operation, JsonObject input, CancellationToken cancellationToken) =>
        aws.JsonAsync(AwsApi.CloudWatch, operation, input, cancellationToken, call.Region);
}
