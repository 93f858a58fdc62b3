using System.Text;
using System.Text.Json;
using Amazon.SimpleEmailV2.Model;
using FinOps.Core.Problems;
using FinOps.Functions.Costs;
using FinOps.Functions.Delivery;
using FinOps.Functions.Lambda;
using FinOps.Functions.Tests.Support;
using Moq;

namespace FinOps.Functions.Tests.Lambda;

public sealed class CostAnalyzerHandlerTests
{
    private const string Folder = "reports/cost-analyzer/2026-11/2026-11-21-weekly";
    private static readonly DeliveryOptions Everywhere = new("reports", "finops@example.com", ["a@example.com"], "finops-dev-reports");

    [Fact]
    public async Task HandleAsync_Event_StoresMailsAndAnswers()
    {
        var fakes = FakeClients.For(Bills.Synthetic);

        using var answer = await HandleAsync(fakes, """{"asOf":"2026-11-21","run":"weekly","detail-type":"Scheduled Event"}""");

        Assert.Equal(
            [
                $"{Folder}/mailed.txt", $"{Folder}/owners.json", $"{Folder}/report.csv", $"{Folder}/report.html", $"{Folder}/report.json", $"{Folder}/report.md",
                "reports/cost-analyzer/reviews/2026-W47.json",
            ],
            fakes.Stored.Keys.Order(StringComparer.Ordinal));
        Assert.All(fakes.Stored.Values, put => Assert.Equal("*", put.IfNoneMatch));
        var root = answer.RootElement;
        Assert.Equal($"s3://reports/{Folder}/report.html", root.GetProperty("report")[0].GetString());
        Assert.Equal(3, root.GetProperty("costExplorerRequests").GetInt32());
        Assert.Equal(0.03m, root.GetProperty("costUsd").GetDecimal());
        Assert.Equal("m-1", root.GetProperty("mailMessageId").GetString());
        Assert.Equal("2026-11", root.GetProperty("kpis").GetProperty("month").GetString());
        Assert.Equal("finops-dev-reports", Assert.Single(fakes.Mails).ConfigurationSetName);
        var mail = fakes.Mails[0].Content!.Simple!;
        Assert.Contains("allocated", mail.Subject!.Data, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", mail.Body!.Html!.Data, StringComparison.Ordinal);
        Assert.StartsWith("# Cost report 2026-11", mail.Body.Text!.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandleAsync_SameRunAgain_StoresAndMailsNothingTwice()
    {
        var fakes = FakeClients.For(Bills.Synthetic);
        using var first = await HandleAsync(fakes, """{"asOf":"2026-11-21","run":"weekly"}""");
        var page = fakes.Stored[$"{Folder}/report.html"];

        using var second = await HandleAsync(fakes, """{"asOf":"2026-11-21","run":"weekly"}""");

        Assert.Single(fakes.Mails);
        Assert.Same(page, fakes.Stored[$"{Folder}/report.html"]);
        Assert.Equal(JsonValueKind.Null, second.RootElement.GetProperty("mailMessageId").ValueKind);
        Assert.Equal(4, second.RootElement.GetProperty("report").GetArrayLength());
    }

    [Fact]
    public async Task HandleAsync_NextWeek_SaysWhatBecameOfThisWeeksActions()
    {
        var fakes = FakeClients.For(Bills.Synthetic);
        using var first = await HandleAsync(fakes, """{"asOf":"2026-11-13"}""");
        using var again = await HandleAsync(fakes, """{"asOf":"2026-11-14","gateUsd":1}""");

        using var second = await HandleAsync(fakes, """{"asOf":"2026-11-20","run":"second"}""");

        var decided = first.RootElement.GetProperty("kpis").GetProperty("actions").GetArrayLength();
        Assert.NotEqual(0, decided);
        using var report = JsonDocument.Parse(fakes.Stored["reports/cost-analyzer/2026-11/2026-11-20-second/report.json"].ContentBody);
        var review = report.RootElement.GetProperty("analysis").GetProperty("review");
        Assert.Equal("2026-11-13", review.GetProperty("earlier").GetProperty("day").GetString());
        Assert.Equal(decided, review.GetProperty("progress").GetArrayLength());
    }

    [Fact]
    public async Task HandleAsync_SettingsOfTheFunction_HoldUnlessTheEventSaysOtherwise()
    {
        var explorer = new BilledCostExplorer(Bills.Synthetic);
        var settings = new CostReportSettings { Tags = ["Environment"], Categories = ["Unit"], GateUsd = "5", GatePercent = "1" };
        var handler = new CostAnalyzerHandler(
            new FakeClients(explorer).Clients, Standards.Own, null, new DeliveryOptions(null, null, []), new FixedTime(), TextWriter.Null, settings);

        await using var answer = await handler.HandleAsync(Payload("""{"asOf":"2026-11-21","categories":[]}"""), new TestContext());

        Assert.Equal(4, explorer.Requests.Count);
    }

    [Fact]
    public async Task HandleAsync_DeliverFalse_OnlyAnswers()
    {
        var fakes = FakeClients.For(Bills.Synthetic);

        using var answer = await HandleAsync(fakes, """{"asOf":"2026-11-21","deliver":false}""");

        Assert.Empty(fakes.Stored);
        Assert.Empty(fakes.Mails);
        Assert.Equal(0, answer.RootElement.GetProperty("report").GetArrayLength());
    }

    [Fact]
    public async Task HandleAsync_MailRejected_FailsAfterStoringAndRetryMails()
    {
        var fakes = FakeClients.For(Bills.Synthetic);
        fakes.Mail.SetupSequence(client => client.SendEmailAsync(It.IsAny<SendEmailRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new MessageRejected("not verified"))
            .ReturnsAsync(new SendEmailResponse { MessageId = "m-2" });

        var failure = await Assert.ThrowsAsync<ProblemException>(() => HandleAsync(fakes, """{"asOf":"2026-11-21","run":"weekly"}"""));
        using var answer = await HandleAsync(fakes, """{"asOf":"2026-11-21","run":"weekly"}""");

        Assert.Equal("FIN5005", failure.Problems[0].Id);
        Assert.Equal("m-2", answer.RootElement.GetProperty("mailMessageId").GetString());
    }

    [Fact]
    public async Task HandleAsync_SeveralMistakesInTheEvent_TellsAll()
    {
        var failure = await Assert.ThrowsAsync<ProblemException>(() =>
            HandleAsync(FakeClients.For([]), """{"asOf":"yesterday","month":"11/2026","run":"../../x","forecast":"mine","tags":[""],"gateUsd":-1}"""));

        Assert.Equal(["run", "asOf", "month", "forecast", "tags", "gateUsd"], failure.Problems.Select(problem => problem.Path));
        Assert.All(failure.Problems, problem => Assert.Equal("FIN5003", problem.Id));
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("not json")]
    [InlineData("""{"deliver":"maybe"}""")]
    public async Task HandleAsync_EventOfAnotherShape_IsAProblem(string payload)
    {
        var failure = await Assert.ThrowsAsync<ProblemException>(() => HandleAsync(FakeClients.For([]), payload));

        Assert.Equal("FIN5003", Assert.Single(failure.Problems).Id);
    }

    [Fact]
    public async Task HandleAsync_DeadlinePassed_Stops()
    {
        var handler = Handler(FakeClients.For(Bills.Synthetic), Everywhere);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            handler.HandleAsync(Payload("{}"), new TestContext { RemainingTime = TimeSpan.Zero }));
    }

    [Fact]
    public async Task HandleAsync_Today_WritesMetricsOfItsFigures()
    {
        using var log = new StringWriter();
        var handler = Handler(FakeClients.For(Bills.Daily(("payments", "shop"), ("", "old"))), Everywhere, log, new FixedTime());

        await using var answer = await handler.HandleAsync(Payload("{}"), new TestContext());

        var lines = log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        using var line = JsonDocument.Parse(lines[0]);
        Assert.Equal("cost-analyzer", line.RootElement.GetProperty("FunctionName").GetString());
        Assert.Equal(400m, line.RootElement.GetProperty("finops_bill_cost_usd").GetDecimal());
        Assert.Equal(0.5m, line.RootElement.GetProperty("finops_allocated_share_ratio").GetDecimal());
    }

    [Theory]
    [InlineData("""{"asOf":"2026-11-20"}""")]
    [InlineData("""{"month":"2026-10"}""")]
    public async Task HandleAsync_AnotherDay_WritesNoMetrics(string payload)
    {
        using var log = new StringWriter();
        var handler = Handler(FakeClients.For(Bills.Daily(("payments", "shop"))), Everywhere, log, new FixedTime());

        await using var answer = await handler.HandleAsync(Payload(payload), new TestContext());

        Assert.Empty(log.ToString());
    }

    [Fact]
    public void Select_UnknownHandler_NamesTheKnownOnes()
    {
        var failure = Assert.Throws<ProblemException>(() => FunctionHost.Select("cost-analyser"));

        Assert.Equal("FIN5007", failure.Problems[0].Id);
        Assert.Contains("cost-analyzer", failure.Problems[0].Allowed, StringComparison.Ordinal);
    }

    private static async Task<JsonDocument> HandleAsync(FakeClients fakes, string payload)
    {
        await using var answer = await Handler(fakes, Everywhere).HandleAsync(Payload(payload), new TestContext());
        return await JsonDocument.ParseAsync(answer);
    }

    private static CostAnalyzerHandler Handler(FakeClients fakes, DeliveryOptions delivery, TextWriter? metrics = null, TimeProvider? time = null) =>
        new(fakes.Clients, Standards.Own, null, delivery, time ?? TimeProvider.System, metrics ?? TextWriter.Null);

    private static MemoryStream Payload(string text) => new(Encoding.UTF8.GetBytes(text));
}
