using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using FinOps.Core.Governance.AccessPolicies;
using FinOps.Core.Problems;
using FinOps.Functions.AllocationTags;
using FinOps.Functions.Costs.Delivery;
using FinOps.Functions.Lambda;

namespace FinOps.Infra.Tests.LeastPrivilege;

/// <summary>
/// Every function runs through all its paths under the role that the stack gives it, against an AWS that enforces its policy: each call is
/// allowed, and everything that is allowed was called.
/// </summary>
public sealed class LeastPrivilegeTests : IAsyncLifetime
{
    private const string Analyzer = "finops-cost-analyzer";
    private const string Activator = "finops-tag-activator";

    /// <summary>Called under a function's role by Lambda itself: it writes what the function prints.</summary>
    private static readonly string[] CalledByLambda = ["logs:CreateLogStream", "logs:PutLogEvents"];

    private readonly DeployedFunctions _stack = new();

    public Task InitializeAsync() => _stack.InitializeAsync();

    public Task DisposeAsync() => _stack.DisposeAsync();

    [Fact]
    public async Task CostAnalyzer_AllItsPaths_NeedsExactlyItsPermissions()
    {
        await RunAnalyzerAsync();

        AssertAllowed(Analyzer);
        Assert.Equal(CalledByLambda, Unneeded(Analyzer));
    }

    [Fact]
    public async Task TagActivator_AllItsPaths_NeedsExactlyItsPermissions()
    {
        await RunActivatorAsync();

        AssertAllowed(Activator);
        Assert.Equal(CalledByLambda, Unneeded(Activator));
    }

    [Fact]
    public async Task ScheduleRoles_InvokingTheirTargets_NeedExactlyTheirPermissions()
    {
        var schedules = _stack.Registered("aws:scheduler/schedule:Schedule").Select(schedule => (IReadOnlyDictionary<string, object>)schedule.Inputs["target"]).ToList();
        Assert.NotEmpty(schedules);
        foreach (var target in schedules)
        {
            var role = ((string)target["roleArn"]).Split('/')[^1];
            var session = _stack.Server.AssumeRoleAs("scheduler.amazonaws.com", (string)target["roleArn"], "scheduler");
            using var lambda = new AmazonLambdaClient(
                new SessionAWSCredentials(session.AccessKeyId, session.SecretAccessKey, session.SessionToken),
                new AmazonLambdaConfig { ServiceURL = _stack.Server.Url.OriginalString, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

            await lambda.InvokeAsync(new InvokeRequest { FunctionName = (string)target["arn"] });

            AssertAllowed(role);
            Assert.Empty(Unneeded(role));
        }
    }

    [Fact]
    public async Task Proof_OneActionTakenAway_FindsTheCallThatIsRefused()
    {
        await WithPolicyAsync(Activator, actions => actions.Remove(actions.Single(action => (string?)action == "ce:ListCostAllocationTags")), async after =>
        {
            await Assert.ThrowsAsync<ProblemException>(RunActivatorAsync);

            var refused = _stack.CallsOf(Activator, after).Where(call => call.Error is not null).ToList();
            Assert.Equal(["ce:ListCostAllocationTags"], refused.SelectMany(call => call.Access!).Select(access => access.Action).Distinct());
        });
    }

    [Fact]
    public async Task Proof_OneActionAdded_FindsIt() =>
        await WithPolicyAsync(Activator, actions => actions.Add("ce:GetCostForecast"), async _ =>
        {
            await RunActivatorAsync();

            Assert.Equal(["ce:GetCostForecast", .. CalledByLambda], Unneeded(Activator, _stack.PolicyOf(Activator).Replace("\"ce:ListCostAllocationTags\"", "\"ce:ListCostAllocationTags\",\"ce:GetCostForecast\"", StringComparison.Ordinal)));
        });

    /// <summary>Stores and mails; finds both there; mails from the other identity that may stand for the sender.</summary>
    private async Task RunAnalyzerAsync()
    {
        var from = _stack.Variable(Analyzer, DeliveryOptions.FromVariable)!;
        foreach (var identity in (string[])[from, from.Split('@')[1]])
        {
            await _stack.Owner.RestAsync("ses", HttpMethod.Post, "/v2/email/identities", new JsonObject { ["EmailIdentity"] = identity });
            var asked = $$"""{"asOf":"2026-03-15","run":"{{identity.Replace('@', '-').Replace('.', '-')}}"}""";
            using var clients = _stack.ClientsOf(Analyzer);
            var handler = new CostAnalyzerHandler(clients, TestFiles.Standard, null, DeliveryOptions.FromEnvironment(name => _stack.Variable(Analyzer, name)), TimeProvider.System);

            var first = JsonNode.Parse(await DeployedFunctions.InvokeAsync(handler.HandleAsync, asked))!;
            var second = JsonNode.Parse(await DeployedFunctions.InvokeAsync(handler.HandleAsync, asked))!;

            Assert.NotNull(first["mailMessageId"]);
            Assert.Null(second["mailMessageId"]);
            await _stack.Owner.RestAsync("ses", HttpMethod.Delete, $"/v2/email/identities/{identity}");
        }
    }

    /// <summary>Looks only; activates and asks for the months before; finds nothing to do.</summary>
    private async Task RunActivatorAsync()
    {
        using var clients = _stack.ClientsOf(Activator);
        var handler = new TagActivatorHandler(clients, TagActivatorSettings.FromEnvironment(TestFiles.Standard, name => _stack.Variable(Activator, name)), TimeProvider.System);
        foreach (var payload in (string[])["""{"dryRun":true}""", "{}", "{}"])
        {
            Assert.NotEmpty(await DeployedFunctions.InvokeAsync(handler.HandleAsync, payload));
        }
    }

    private void AssertAllowed(string role)
    {
        var calls = _stack.CallsOf(role);
        Assert.NotEmpty(calls);
        Assert.All(calls, call =>
        {
            Assert.True(call.Access is not null, $"which permission {call.Service} {call.Operation} takes is not known");
            Assert.DoesNotContain("AccessDenied", call.Error ?? "", StringComparison.Ordinal);
        });
    }

    private IEnumerable<string> Unneeded(string role, string? policy = null) =>
        UnneededPermissions.Find(AccessPolicy.Parse(role, policy ?? _stack.PolicyOf(role)), DeployedFunctions.Used(_stack.CallsOf(role))).Select(permission => permission.Action).Order(StringComparer.Ordinal);

    /// <summary>Changes the actions of the role's first statement for a while.</summary>
    private async Task WithPolicyAsync(string role, Action<JsonArray> change, Func<long, Task> work)
    {
        var policy = JsonNode.Parse(_stack.PolicyOf(role))!;
        change(policy["Statement"]![0]!["Action"]!.AsArray());
        await _stack.SetPolicyAsync(role, policy.ToJsonString());
        try
        {
            await work(_stack.Server.Calls.After(0)[^1].Id);
        }
        finally
        {
            await _stack.SetPolicyAsync(role, _stack.PolicyOf(role));
        }
    }
}
