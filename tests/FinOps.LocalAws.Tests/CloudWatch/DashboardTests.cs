using System.Text.Json.Nodes;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.CloudWatch;

public sealed class DashboardTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    private const string Body = """{"widgets":[{"type":"text","x":0,"y":0,"width":24,"height":2,"properties":{"markdown":"# FinOps"}}]}""";

    [Fact]
    public async Task Dashboard_WholeLife_ReadsBackAsItWasPut()
    {
        await CallAsync("PutDashboard", Dashboard("life", Body));

        var read = await CallAsync("GetDashboard", new JsonObject { ["DashboardName"] = "life" });
        Assert.Equal(Body, (string?)read["DashboardBody"]);
        Assert.Equal($"arn:aws:cloudwatch::{endpoint.Account}:dashboard/life", (string?)read["DashboardArn"]);
        await CallAsync("DeleteDashboards", new JsonObject { ["DashboardNames"] = new JsonArray("life") });
        Assert.Equal("DashboardNotFoundError", (await RefusedAsync("GetDashboard", new JsonObject { ["DashboardName"] = "life" })).Code);
    }

    [Theory]
    [InlineData("no json", "/")]
    [InlineData("""{"widgets":{}}""", "/")]
    [InlineData("""{"widgets":[{"type":"graph","properties":{}}]}""", "/widgets/0/type")]
    [InlineData("""{"widgets":[{"type":"text"}]}""", "/widgets/0")]
    [InlineData("""{"widgets":[{"type":"text","x":20,"width":6,"properties":{}}]}""", "/widgets/0")]
    public async Task PutDashboard_ABodyThatIsNone_IsRefusedWithItsPlace(string body, string path)
    {
        var refused = await RefusedAsync("PutDashboard", Dashboard("bad", body));

        Assert.Equal("DashboardInvalidInputError", refused.Code);
        Assert.Equal(path, (string?)refused.Body["dashboardValidationMessages"]![0]!["DataPath"]);
    }

    [SkippableFact]
    public async Task Dashboards_ReadByTheCli_AreThere()
    {
        await CallAsync("PutDashboard", Dashboard("cli-finops", Body));

        var list = (await AwsCli.RunAsync(endpoint.Server, "cloudwatch", "list-dashboards", "--dashboard-name-prefix", "cli-")).Json;
        var one = (await AwsCli.RunAsync(endpoint.Server, "cloudwatch", "get-dashboard", "--dashboard-name", "cli-finops")).Json;
        var none = await AwsCli.RunAsync(endpoint.Server, "cloudwatch", "get-dashboard", "--dashboard-name", "nowhere");

        Assert.Equal(Body.Length, (int)Assert.Single(list["DashboardEntries"]!.AsArray())!["Size"]!);
        Assert.Equal(Body, (string?)one["DashboardBody"]);
        Assert.Contains("(ResourceNotFound)", none.Error, StringComparison.Ordinal);
    }

    private static JsonObject Dashboard(string name, string body) => new() { ["DashboardName"] = name, ["DashboardBody"] = body };

    private Task<JsonObject> CallAsync(string operation, JsonObject input) => endpoint.Calls.JsonAsync("monitoring", $"GraniteServiceVersion20100801.{operation}", input, "1.0");

    private Task<RefusedException> RefusedAsync(string operation, JsonObject input) => Assert.ThrowsAsync<RefusedException>(() => CallAsync(operation, input));
}
