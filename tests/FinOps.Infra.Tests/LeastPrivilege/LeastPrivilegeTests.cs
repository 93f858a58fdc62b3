using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using FinOps.Core.Problems;
using FinOps.Functions.AllocationTags;
using FinOps.Functions.Costs;
using FinOps.Functions.Delivery;
using FinOps.Functions.Lambda;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.Infra.Tests.LeastPrivilege;

/// <summary>
/// Every function runs through all its paths under the role that the stack gives it, against an AWS that enforces its policy: each call is
/// allowed, and everything that is allowed was called.
/// </summary>
public sealed class LeastPrivilegeTests : IAsyncLifetime
{
    private const string Analyzer = "finops-cost-analyzer";
    private const string Activator = "finops-tag-activator";

    /// <summary>Called under a schedule's role by Scheduler, which leaves what it could not deliver to the queue.</summary>
    private static readonly string[] CalledByScheduler = ["sqs:SendMessage"];

    private readonly DeployedFunctions _stack = new();

    public Task InitializeAsync() => _stack.InitializeAsync();

    public Task DisposeAsync() => _stack.DisposeAsync();

    [Fact]
    public async Task CostAnalyzer_AllItsPaths_NeedsExactlyItsPermissions()
    {
        await RunAnalyzerAsync();

        _stack.AssertAllowed(Analyzer);
        Assert.Empty(_stack.Unneeded(Analyzer).Except(DeployedFunctions.CalledByLambda));
    }

    [Fact]
    public async Task TagActivator_AllItsPaths_NeedsExactlyItsPermissions()
    {
        await RunActivatorAsync();

        _stack.AssertAllowed(Activator);
        Assert.Empty(_stack.Unneeded(Activator).Except(DeployedFunctions.CalledByLambda));
    }

    [Fact]
    public async Task HistoricalCostAnalyzer_AllItsPaths_NeedsExactlyItsPermissions()
    {
        const string Historian = "finops-historical-cost-analyzer";
        using var clients = _stack.ClientsOf(Historian);
        var handler = new HistoricalCostAnalyzerHandler(clients, DeliveryOptions.FromEnvironment(name => _stack.Variable(Historian, name)), TimeProvider.System);

        var answer = JsonNode.Parse(await DeployedFunctions.InvokeAsync(handler.HandleAsync, """{"from":"2026-01","to":"2026-02"}"""))!;
        using var http = new HttpClient();
        var page = await http.GetStringAsync((string)answer["page"]!);

        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        _stack.AssertAllowed(Historian);
        Assert.Empty(_stack.Unneeded(Historian).Except(DeployedFunctions.CalledByLambda));
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

            _stack.AssertAllowed(role);
            Assert.Empty(_stack.Unneeded(role).Except(CalledByScheduler));
        }
    }

    [Fact]
    public async Task Readers_OfTheReports_ReadThemAndOthersDoNot()
    {
        await RunAnalyzerAsync();
        var bucket = _stack.Variable(Analyzer, DeliveryOptions.BucketVariable)!;
        var report = _stack.Server.Calls.SinceStart().SelectMany(call => call.Access ?? []).First(access => access.Action == "s3:PutObject").Resource.Replace("arn:aws:s3:::", "/", StringComparison.Ordinal);
        using var readers = await AssumeAsync((string)_stack.Registered("aws:iam/role:Role").Single(role => role.Name == "readers").Inputs["name"]);
        await _stack.Owner.QueryAsync("iam", "2010-05-08", "CreateRole", ("RoleName", "administrator"), ("AssumeRolePolicyDocument", $$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"{{_stack.AccountId}}"},"Action":"sts:AssumeRole"} }"""));
        await _stack.SetPolicyAsync("administrator", "everything", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""");
        using var administrator = await AssumeAsync("administrator");

        Assert.Equal(200, await SendAsync(readers, HttpMethod.Get, report));
        Assert.Equal(200, await SendAsync(readers, HttpMethod.Get, $"/{bucket}?list-type=2"));
        Assert.Equal(403, await SendAsync(readers, HttpMethod.Delete, report));
        Assert.Equal(403, await SendAsync(administrator, HttpMethod.Get, report));
        Assert.Equal(200, await SendAsync(administrator, HttpMethod.Get, $"/{bucket}?list-type=2"));
        await readers.JsonAsync("ce", "AWSInsightsIndexService.ListCostAllocationTags");
        Assert.Equal("AccessDeniedException", (await Assert.ThrowsAsync<RefusedException>(() => readers.JsonAsync("ce", "AWSInsightsIndexService.UpdateCostAllocationTagsStatus"))).Code);
    }

    [Fact]
    public async Task Proof_OneActionTakenAway_FindsTheCallThatIsRefused()
    {
        await ChangeAsync(actions => actions.Remove(actions.Single(action => (string?)action == "ce:ListCostAllocationTags")));

        await Assert.ThrowsAsync<ProblemException>(RunActivatorAsync);

        var refused = _stack.CallsOf(Activator).Where(call => call.Error is not null);
        Assert.Equal(["ce:ListCostAllocationTags"], refused.SelectMany(call => call.Access!).Select(access => access.Action).Distinct());
    }

    [Fact]
    public async Task Proof_OneActionAdded_FindsIt()
    {
        var changed = await ChangeAsync(actions => actions.Add("ce:GetCostForecast"));

        await RunActivatorAsync();

        Assert.Equal(["ce:GetCostForecast"], _stack.Unneeded(Activator, [changed]).Except(DeployedFunctions.CalledByLambda));
    }

    /// <summary>Stores and mails; finds both there; mails from the other identity that may stand for the sender.</summary>
    private async Task RunAnalyzerAsync()
    {
        var from = _stack.Variable(Analyzer, DeliveryOptions.FromVariable)!;
        foreach (var identity in (string[])[from, from.Split('@')[1]])
        {
            var verified = new JsonObject { ["EmailIdentity"] = identity };
            if (_stack.Registered("aws:sesv2/configurationSet:ConfigurationSet").SingleOrDefault() is { } set)
            {
                verified["ConfigurationSetName"] = (string)set.Inputs["configurationSetName"];
            }

            await _stack.Owner.RestAsync("ses", HttpMethod.Post, "/v2/email/identities", verified);
            var asked = $$"""{"asOf":"2026-03-15","run":"{{identity.Replace('@', '-').Replace('.', '-')}}"}""";
            using var clients = _stack.ClientsOf(Analyzer);
            var handler = new CostAnalyzerHandler(clients, TestFiles.Standard, null, DeliveryOptions.FromEnvironment(name => _stack.Variable(Analyzer, name)), new DayOfTheReport(), TextWriter.Null,
                CostReportSettings.FromEnvironment(name => _stack.Variable(Analyzer, name)));

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

    /// <summary>Changes the actions of the activator's own statement.</summary>
    /// <returns>The policy as it is now.</returns>
    private async Task<string> ChangeAsync(Action<JsonArray> change)
    {
        var (name, document) = _stack.PoliciesOf(Activator).Single(policy => policy.Value.Contains("ce:ListCostAllocationTags", StringComparison.Ordinal));
        var policy = JsonNode.Parse(document)!;
        change(policy["Statement"]![0]!["Action"]!.AsArray());
        await _stack.SetPolicyAsync(Activator, name, policy.ToJsonString());
        return policy.ToJsonString();
    }

    private async Task<SignedCalls> AssumeAsync(string role) => SignedCalls.As(
        _stack.Server, await _stack.Owner.QueryAsync("sts", "2011-06-15", "AssumeRole", ("RoleArn", _stack.RoleArn(role)), ("RoleSessionName", "test")));

    private static async Task<int> SendAsync(SignedCalls calls, HttpMethod method, string path)
    {
        using var response = await calls.SendAsync("s3", method, path, "", "text/plain");
        return (int)response.StatusCode;
    }
}
