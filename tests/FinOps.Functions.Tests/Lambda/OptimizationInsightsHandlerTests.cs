using System.Text;
using System.Text.Json.Nodes;
using FinOps.Core.Problems;
using FinOps.Functions.Delivery;
using FinOps.Functions.Lambda;
using FinOps.Functions.Optimization;
using FinOps.Functions.Tests.Optimization;
using FinOps.Functions.Tests.Support;

namespace FinOps.Functions.Tests.Lambda;

public sealed class OptimizationInsightsHandlerTests(EnrolledAws aws) : IClassFixture<EnrolledAws>
{
    private readonly FakeClients _delivering = FakeClients.For([]);

    [Fact]
    public async Task HandleAsync_SameRunTwice_StoresAndMailsOnce()
    {
        var first = await HandleAsync("""{"run":"weekly"}""");
        await HandleAsync("""{"run":"weekly"}""");

        Assert.Equal(4, first["report"]!.AsArray().Count);
        Assert.Single(_delivering.Mails);
        Assert.True((decimal)first["usageSaving"]! > 0);
        Assert.Equal(0.01m * (int)first["costExplorerRequests"]!, (decimal)first["costUsd"]!);
        Assert.Equal("read", (string?)first["sources"]!["CostOptimizationHub"]);
    }

    [Fact]
    public async Task HandleAsync_DeliverFalse_StoresNothing()
    {
        var answer = await HandleAsync("""{"deliver":false}""");

        Assert.Empty(_delivering.Stored);
        Assert.Empty(_delivering.Mails);
        Assert.Empty(answer["report"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"run":"a b"}""")]
    [InlineData("run=weekly")]
    public async Task HandleAsync_BadEvent_SaysWhatToSend(string payload) => Assert.NotEmpty(Assert.Single((await Assert.ThrowsAsync<ProblemException>(() => HandleAsync(payload))).Problems).Fix);

    [Fact]
    public void Select_OptimizationInsights_IsKnown() => Assert.NotNull(FunctionHost.Select("optimization-insights"));

    [Fact]
    public void FromEnvironment_EveryMistakeAtOnce()
    {
        var decisions = Path.Combine(Directory.CreateTempSubdirectory("finops-decisions-").FullName, "d.yaml");
        File.WriteAllText(decisions, "version: 1\ndecisions:\n- { id: x }\n");

        var problems = Assert.Throws<ProblemException>(() => OptimizationSettings.FromEnvironment(name => name switch
        {
            OptimizationSettings.PlacesVariable => "many",
            OptimizationSettings.MeasuredVariable => "-1",
            "FINOPS_OPTIMIZATION_DECISIONS" => decisions,
            "FINOPS_TAG_STANDARD" => Standards.Own.Source,
            _ => null,
        })).Problems;

        Assert.Equal(2, problems.Count(problem => problem.Id == "FIN5003"));
        Assert.True(problems.Count > 2);
        Directory.Delete(Path.GetDirectoryName(decisions)!, recursive: true);
    }

    private async Task<JsonNode> HandleAsync(string payload)
    {
        using var clients = new OptimizationClients(aws.Connection());
        var handler = new OptimizationInsightsHandler(EnrolledAws.Options, clients, _delivering.Clients, new DeliveryOptions("reports", "finops@example.com", ["a@example.com"]), TimeProvider.System);
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(payload));
        return (await JsonNode.ParseAsync(await handler.HandleAsync(input, new TestContext { AwsRequestId = "request-1", RemainingTime = TimeSpan.FromMinutes(15) })))!;
    }
}
