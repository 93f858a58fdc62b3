using System.Text;
using System.Text.Json.Nodes;
using Amazon.S3.Model;
using FinOps.Core.Problems;
using FinOps.Functions.Delivery;
using FinOps.Functions.Lambda;
using FinOps.Functions.Tests.Lambda;

namespace FinOps.Functions.Tests.Compliance;

public sealed class ComplianceCheckerHandlerTests
{
    private static readonly DeliveryOptions Everywhere = new(ComplianceRig.Bucket, "finops@example.com", ["a@example.com"]);

    [Fact]
    public async Task HandleAsync_SameRunTwice_StoresMailsAndKeepsOnce()
    {
        await using var rig = await ComplianceRig.StartAsync();
        var metrics = new StringWriter();

        var first = await HandleAsync(rig, """{"run":"weekly","detail-type":"Scheduled Event"}""", Everywhere, metrics);
        var second = await HandleAsync(rig, """{"run":"weekly"}""", Everywhere, metrics);

        Assert.Equal("s3://compliance-reports-test/reports/compliance-checker/2026-11/2026-11-21-weekly/report.html", (string)first["report"]![0]!);
        Assert.NotNull(first["mailMessageId"]);
        Assert.Null(second["mailMessageId"]);
        Assert.Null(second["shareBefore"]);
        Assert.Equal(0.09m, (decimal)first["costUsd"]!);
        var kept = await rig.Clients.Storage.ListObjectsV2Async(new ListObjectsV2Request { BucketName = ComplianceRig.Bucket, Prefix = "reports/compliance-checker/trend/" });
        Assert.Equal("reports/compliance-checker/trend/2026-11-21-weekly.json", Assert.Single(kept.S3Objects).Key);
        Assert.Contains("\"finops_compliance_share_ratio\":0.", metrics.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"finops_compliance_spend_share_ratio\":0.", metrics.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandleAsync_DeliverFalse_OnlyAnswers()
    {
        await using var rig = await ComplianceRig.StartAsync();

        var answer = await HandleAsync(rig, """{"deliver":false}""", Everywhere, TextWriter.Null);

        Assert.Empty(answer["report"]!.AsArray());
        Assert.True((int)answer["resources"]! > 0);
        Assert.Empty((await rig.Clients.Storage.ListObjectsV2Async(new ListObjectsV2Request { BucketName = ComplianceRig.Bucket })).S3Objects ?? []);
    }

    [Theory]
    [InlineData("""{"run":"../../x"}""")]
    [InlineData("[1]")]
    public async Task HandleAsync_BadEvent_Fails(string payload)
    {
        await using var rig = await ComplianceRig.StartAsync();

        Assert.Equal("FIN5003", Assert.Single((await Assert.ThrowsAsync<ProblemException>(() => HandleAsync(rig, payload, Everywhere, TextWriter.Null))).Problems).Id);
    }

    private static async Task<JsonNode> HandleAsync(ComplianceRig rig, string payload, DeliveryOptions delivery, TextWriter metrics)
    {
        var handler = new ComplianceCheckerHandler(rig.Connection, rig.Clients, rig.Members, rig.Options, delivery, rig.Time, metrics);
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(payload));
        using var answer = await handler.HandleAsync(input, new TestContext { RemainingTime = TimeSpan.FromMinutes(15) });
        return (await JsonNode.ParseAsync(answer))!;
    }
}
