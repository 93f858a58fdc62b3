using System.Text.Json.Nodes;
using FinOps.Functions.Aws;
using FinOps.Functions.Delivery;
using FinOps.Functions.Lambda;
using FinOps.Functions.Optimization;
using FinOps.Infra.Tests.Stack;
using FinOps.LocalAws;
using FinOps.LocalAws.Faults;

namespace FinOps.Infra.Tests.LeastPrivilege;

/// <summary>The report of opportunities under its role: every source, both Trusted Advisor APIs, the ledger, and delivery.</summary>
public sealed class OptimizationPrivilegeTests : IAsyncLifetime
{
    private const string Function = "finops-optimization-insights";

    private readonly DeployedFunctions _stack = new()
    {
        Options = options => options with
        {
            SupportPlan = SupportPlan.Enterprise,
            // From the second run on the newer API does not answer, so that the older one is asked.
            Faults = [new Fault { Service = "trustedadvisor", Operation = "ListChecks", From = 2, Error = "InternalServerException", Status = 500 }],
        },
    };

    public Task InitializeAsync() => _stack.InitializeAsync();

    public Task DisposeAsync() => _stack.DisposeAsync();

    [Fact]
    public async Task OptimizationInsights_AllItsPaths_NeedsExactlyItsPermissions()
    {
        await EnrolAsync("cost-optimization-hub", "CostOptimizationHubService");
        await EnrolAsync("compute-optimizer", "ComputeOptimizerService");
        var from = _stack.Variable(Function, DeliveryOptions.FromVariable)!;
        foreach (var (identity, state) in new[] { (from, "read"), (from.Split('@')[1], "read by the older API") })
        {
            var verified = new JsonObject { ["EmailIdentity"] = identity };
            if (_stack.Registered("aws:sesv2/configurationSet:ConfigurationSet").SingleOrDefault() is { } set)
            {
                verified["ConfigurationSetName"] = (string)set.Inputs["configurationSetName"];
            }

            await _stack.Owner.RestAsync("ses", HttpMethod.Post, "/v2/email/identities", verified);
            var payload = $$"""{"run":"{{identity.Replace('@', '-').Replace('.', '-')}}"}""";

            var first = await RunAsync(payload);
            var second = await RunAsync(payload);

            Assert.Equal(state, state == "read" ? (string?)first["sources"]!["TrustedAdvisor"] : (string?)second["sources"]!["TrustedAdvisor"]);
            Assert.NotNull(first["mailMessageId"]);
            Assert.Null(second["mailMessageId"]);
            Assert.NotNull(first["realised"]);
            await _stack.Owner.RestAsync("ses", HttpMethod.Delete, $"/v2/email/identities/{identity}");
        }

        _stack.AssertAllowed(Function);
        Assert.Empty(_stack.Unneeded(Function).Except(DeployedFunctions.CalledByLambda));
    }

    private async Task<JsonNode> RunAsync(string payload)
    {
        var aws = _stack.ConnectionOf(Function);
        var delivery = DeliveryOptions.FromEnvironment(name => _stack.Variable(Function, name));
        var settings = OptimizationSettings.FromEnvironment(name => name == "FINOPS_TAG_STANDARD" ? TestFiles.Standard.Source : _stack.Variable(Function, name)) with { LedgerBucket = delivery.Bucket };
        using var clients = new OptimizationClients(aws);
        using var delivering = ReportClients.Create(aws);
        var handler = new OptimizationInsightsHandler(settings, clients, delivering, delivery, new AsOf(StackHarness.Organization.AsOf));
        return JsonNode.Parse(await DeployedFunctions.InvokeAsync(handler.HandleAsync, payload))!;
    }

    private Task<JsonObject> EnrolAsync(string service, string prefix) =>
        _stack.Owner.JsonAsync(service, $"{prefix}.UpdateEnrollmentStatus", new JsonObject { ["status"] = "Active", ["includeMemberAccounts"] = true }, "1.0");

    /// <summary>The day of the bill.</summary>
    private sealed class AsOf(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day, new TimeOnly(9, 0), TimeSpan.Zero);
    }
}
