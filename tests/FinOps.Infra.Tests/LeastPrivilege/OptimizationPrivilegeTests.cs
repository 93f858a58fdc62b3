using System.Text.Json.Nodes;
using Amazon.TrustedAdvisor;
using FinOps.Functions.Aws;
using FinOps.Functions.Delivery;
using FinOps.Functions.Lambda;
using FinOps.Functions.Optimization;
using FinOps.Infra.Tests.Stack;
using FinOps.LocalAws;

namespace FinOps.Infra.Tests.LeastPrivilege;

/// <summary>The report of opportunities under its role: every source, both Trusted Advisor APIs, the ledger, and delivery.</summary>
public sealed class OptimizationPrivilegeTests : IAsyncLifetime
{
    private const string Function = "finops-optimization-insights";

    private readonly DeployedFunctions _stack = new() { Options = options => options with { SupportPlan = SupportPlan.Enterprise } };

    public Task InitializeAsync() => _stack.InitializeAsync();

    public Task DisposeAsync() => _stack.DisposeAsync();

    [Fact]
    public async Task OptimizationInsights_AllItsPaths_NeedsExactlyItsPermissions()
    {
        await EnrolAsync("cost-optimization-hub", "CostOptimizationHubService");
        await EnrolAsync("compute-optimizer", "ComputeOptimizerService");
        var from = _stack.Variable(Function, DeliveryOptions.FromVariable)!;
        foreach (var (identity, newer, state) in new[] { (from, true, "read"), (from.Split('@')[1], false, "read by the older API") })
        {
            var verified = new JsonObject { ["EmailIdentity"] = identity };
            if (_stack.Registered("aws:sesv2/configurationSet:ConfigurationSet").SingleOrDefault() is { } set)
            {
                verified["ConfigurationSetName"] = (string)set.Inputs["configurationSetName"];
            }

            await _stack.Owner.RestAsync("ses", HttpMethod.Post, "/v2/email/identities", verified);
            var payload = $$"""{"run":"{{identity.Replace('@', '-').Replace('.', '-')}}"}""";

            var first = await RunAsync(payload, newer);
            var second = await RunAsync(payload, newer);

            Assert.Equal(state, (string?)first["sources"]!["TrustedAdvisor"]);
            Assert.NotNull(first["mailMessageId"]);
            Assert.Null(second["mailMessageId"]);
            Assert.NotNull(first["realised"]);
            await _stack.Owner.RestAsync("ses", HttpMethod.Delete, $"/v2/email/identities/{identity}");
        }

        _stack.AssertAllowed(Function);
        Assert.Empty(_stack.Unneeded(Function).Except(DeployedFunctions.CalledByLambda));
    }

    private async Task<JsonNode> RunAsync(string payload, bool newerAdvisor)
    {
        var aws = _stack.ConnectionOf(Function);
        var delivery = DeliveryOptions.FromEnvironment(name => _stack.Variable(Function, name));
        var settings = OptimizationSettings.FromEnvironment(name => name == "FINOPS_TAG_STANDARD" ? TestFiles.Standard.Source : _stack.Variable(Function, name)) with { LedgerBucket = delivery.Bucket };
        using var clients = newerAdvisor ? new OptimizationClients(aws) : new OptimizationClients(aws) { Advisor = Unreachable(aws) };
        using var delivering = ReportClients.Create(aws);
        var handler = new OptimizationInsightsHandler(settings, clients, delivering, delivery, new AsOf(StackHarness.Organization.AsOf));
        return JsonNode.Parse(await DeployedFunctions.InvokeAsync(handler.HandleAsync, payload))!;
    }

    /// <summary>Nothing listens on the port, so that the older API is asked.</summary>
    private static AmazonTrustedAdvisorClient Unreachable(AwsConnection aws) =>
        new(aws.Credentials, new AmazonTrustedAdvisorConfig { ServiceURL = "http://127.0.0.1:1", AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

    private Task<JsonObject> EnrolAsync(string service, string prefix) =>
        _stack.Owner.JsonAsync(service, $"{prefix}.UpdateEnrollmentStatus", new JsonObject { ["status"] = "Active", ["includeMemberAccounts"] = true }, "1.0");

    /// <summary>The day of the bill.</summary>
    private sealed class AsOf(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day, new TimeOnly(9, 0), TimeSpan.Zero);
    }
}
