using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.Core.Scheduling.Schedules;
using FinOps.Functions.Delivery;
using FinOps.Functions.Lambda;
using FinOps.Functions.Members;
using FinOps.Functions.Scheduling;

namespace FinOps.Infra.Tests.LeastPrivilege;

/// <summary>The scheduler stops and starts everything under its own role and the member roles of the stack: each call is allowed, and all that is allowed was called.</summary>
public sealed partial class NonprodSchedulerTests(DeployedFunctions stack) : IClassFixture<DeployedFunctions>
{
    private const string Scheduler = "finops-nonprod-scheduler";
    private const string MemberRole = "finops-example-org-scheduler";

    [Fact]
    public async Task StopAndStart_NeedExactlyThePermissionsHereAndInMemberAccounts()
    {
        await stack.DeployMembersAsync();
        var stopped = await RunAsync("never", TimeProvider.System, "stop");
        var started = await RunAsync("always", new Tomorrow(), "start");

        Assert.True((int)stopped["stopped"]! > 0);
        Assert.Equal((int)stopped["stopped"]!, (int)started["started"]!);
        Assert.Empty(stopped["refused"]!.AsArray());
        Assert.Empty(started["refused"]!.AsArray());
        Assert.NotNull(stopped["report"]![0]);
        stack.AssertAllowedBesideMissingRoles(Scheduler);
        Assert.Empty(stack.Unneeded(Scheduler).Except(DeployedFunctions.CalledByLambda));
        stack.AssertAllowed(MemberRole);
        Assert.DoesNotContain(stack.CallsOf(MemberRole), call => call.Error is not null);
        Assert.Empty(stack.Unneeded(MemberRole, stack.MemberPoliciesOf("Scheduler").Select(InAnyAccount)));
    }

    /// <summary>Everything is open or closed, whatever the hour; each run mails from one of the identities that may stand for the sender.</summary>
    private async Task<JsonNode> RunAsync(string hours, TimeProvider time, string run)
    {
        var settings = SchedulerSettings.FromEnvironment(Variable);
        settings = settings with
        {
            Book = ScheduleBook.Read("test", settings.Book.Named.Keys.ToDictionary(name => name, _ => hours), [], "UTC"),
            Regions = ["eu-central-1", "eu-west-1", "us-east-1"],
        };
        var from = Variable(DeliveryOptions.FromVariable)!;
        var identity = run == "stop" ? from : from.Split('@')[1];
        var verified = new JsonObject { ["EmailIdentity"] = identity };
        if (Variable(DeliveryOptions.ConfigurationSetVariable) is { } set)
        {
            verified["ConfigurationSetName"] = set;
        }

        await stack.Owner.RestAsync("ses", HttpMethod.Post, "/v2/email/identities", verified);
        var handler = new NonprodSchedulerHandler(stack.ConnectionOf(Scheduler), settings, MemberSettings.FromEnvironment(Variable, MemberSettings.SchedulerRoleVariable), DeliveryOptions.FromEnvironment(Variable), time);
        var answer = JsonNode.Parse(await DeployedFunctions.InvokeAsync(handler.HandleAsync, $$"""{"apply":true,"run":"{{run}}"}"""))!;
        await stack.Owner.RestAsync("ses", HttpMethod.Delete, $"/v2/email/identities/{identity}");
        return answer;

        string? Variable(string name) => stack.Variable(Scheduler, name);
    }

    /// <summary>CloudFormation puts the account into the ARNs; the calls were made in several.</summary>
    private static string InAnyAccount(string policy) => Substitution().Replace(policy, "$1").Replace("${AWS::AccountId}", "*", StringComparison.Ordinal);

    private sealed class Tomorrow : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddDays(1);
    }

    [GeneratedRegex("""\{"Fn::Sub":("[^"]*")\}""")]
    private static partial Regex Substitution();
}
