using System.Text;
using System.Text.Json.Nodes;
using FinOps.Core.Problems;
using FinOps.Functions.Delivery;
using FinOps.Functions.Lambda;
using FinOps.Functions.Tests.Support;

namespace FinOps.Functions.Tests.Lambda;

public sealed class HistoricalCostAnalyzerHandlerTests
{
    private readonly FakeClients _aws = FakeClients.For(Bills.Synthetic);

    [Fact]
    public async Task HandleAsync_AQuestion_IsStoredOnceAndLinked()
    {
        const string Question = """{"from":"2026-10","to":"2026-11","by":"service","run":"asked"}""";

        var first = await HandleAsync(Question);
        await HandleAsync(Question);

        Assert.Equal(4, _aws.Stored.Count);
        Assert.Equal(first["report"]!.AsArray().Select(address => (string)address!), [.. ((string[])["html", "md", "json", "csv"]).Select(form => $"s3://reports/reports/historical-cost-analyzer/2026-10-to-2026-11/2026-11-21-asked/report.{form}")]);
        Assert.StartsWith("https://bucket.example/reports/historical-cost-analyzer/", (string)first["page"]!, StringComparison.Ordinal);
        Assert.True((decimal)first["total"]! > 0);
        Assert.Equal(0.01m * (int)first["costExplorerRequests"]!, (decimal)first["costUsd"]!);
        Assert.Empty(_aws.Mails);
    }

    [Fact]
    public async Task HandleAsync_DeliverFalse_StoresNothing()
    {
        var answer = await HandleAsync("""{"deliver":false}""");

        Assert.Empty(_aws.Stored);
        Assert.Null(answer["page"]);
    }

    [Fact]
    public async Task HandleAsync_SeveralMistakes_TellsAllAtOnce()
    {
        var refused = await Assert.ThrowsAsync<ProblemException>(() => HandleAsync("""{"from":"January","by":"moon","metric":"Cost","run":"a b"}"""));

        Assert.Equal(["by", "from", "metric", "run"], refused.Problems.Select(problem => problem.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task HandleAsync_NoJson_SaysWhatToSend()
    {
        var refused = await Assert.ThrowsAsync<ProblemException>(() => HandleAsync("from=2026"));

        Assert.Contains("tag:Team", Assert.Single(refused.Problems).Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Select_HistoricalCostAnalyzer_IsKnown() => Assert.NotNull(FunctionHost.Select("historical-cost-analyzer"));

    private async Task<JsonNode> HandleAsync(string payload)
    {
        var handler = new HistoricalCostAnalyzerHandler(_aws.Clients, new DeliveryOptions("reports", null, []), new FixedTime());
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(payload));
        return (await JsonNode.ParseAsync(await handler.HandleAsync(input, new TestContext { AwsRequestId = "request-1" })))!;
    }
}
