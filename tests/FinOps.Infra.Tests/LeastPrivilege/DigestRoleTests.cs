using System.Text.Json.Nodes;
using FinOps.Functions.Chat;
using FinOps.Functions.Digest;
using FinOps.Functions.Lambda;
using FinOps.Functions.Responder;

namespace FinOps.Infra.Tests.LeastPrivilege;

public sealed class DigestRoleTests : IAsyncLifetime
{
    private const string Digest = "finops-digest";

    private readonly DeployedFunctions _stack = new();

    public Task InitializeAsync() => _stack.InitializeAsync();

    public Task DisposeAsync() => _stack.DisposeAsync();

    [Fact]
    public async Task Digest_AllItsPaths_NeedsExactlyItsPermissions()
    {
        var bucket = _stack.Variable(Digest, "FINOPS_REPORT_BUCKET")!;
        var from = _stack.Variable(Digest, "FINOPS_REPORT_FROM")!;
        using (var reports = _stack.ClientsOf("finops-cost-analyzer"))
        {
            var findings = new OwnersFile("cost-analyzer", new DateOnly(2026, 3, 9), DateTimeOffset.UnixEpoch, [new OwnerFindings("payments", [new Finding("a", "something", FindingSeverity.Note)])]);
            foreach (var (name, content) in new[] { ("report.json", "{}"), (OwnersFile.Name, System.Text.Json.JsonSerializer.Serialize(findings, System.Text.Json.JsonSerializerOptions.Web)) })
            {
                await reports.Storage.PutObjectAsync(new Amazon.S3.Model.PutObjectRequest { BucketName = bucket, Key = $"reports/cost-analyzer/2026-03/2026-03-09-r/{name}", ContentBody = content });
            }
        }

        foreach (var (identity, week) in new[] { (from, "2026-W11"), (from.Split('@')[1], "2026-W12") })
        {
            await _stack.Owner.RestAsync("ses", HttpMethod.Post, "/v2/email/identities", new JsonObject
            {
                ["EmailIdentity"] = identity,
                ["ConfigurationSetName"] = (string)_stack.Registered("aws:sesv2/configurationSet:ConfigurationSet").Single().Inputs["configurationSetName"],
            });
            var first = JsonNode.Parse(await InvokeAsync(week))!["told"]!.AsArray();
            var second = JsonNode.Parse(await InvokeAsync(week))!["told"]!.AsArray();

            Assert.Equal("sent", (string?)Assert.Single(first)!["state"], ignoreCase: true);
            Assert.Equal("sentBefore", (string?)Assert.Single(second)!["state"], ignoreCase: true);
            await _stack.Owner.RestAsync("ses", HttpMethod.Delete, $"/v2/email/identities/{identity}");
        }

        _stack.AssertAllowed(Digest);
        Assert.Empty(_stack.Unneeded(Digest).Except(DeployedFunctions.CalledByLambda));
    }

    private async Task<string> InvokeAsync(string week)
    {
        using var http = WebhookSender.CreateHttp();
        using var clients = ResponderClients.Create(_stack.ConnectionOf(Digest), WebhookSender.Create(http, TimeProvider.System));
        var options = DigestOptions.FromEnvironment(name => name == "FINOPS_TAG_STANDARD" ? TestFiles.Standard.Source : _stack.Variable(Digest, name));

        return await DeployedFunctions.InvokeAsync(new DigestHandler(options, clients, new MarchClock()).HandleAsync, $$"""{"week":"{{week}}"}""");
    }

    /// <summary>The second week of the example's March.</summary>
    private sealed class MarchClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);
    }
}
