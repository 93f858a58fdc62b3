using System.Text.Json.Nodes;
using FinOps.Functions.Compliance;
using FinOps.Functions.Delivery;
using FinOps.Functions.Lambda;
using FinOps.Functions.Members;
using FinOps.Functions.Resources;
using FinOps.Infra.Tests.Stack;

namespace FinOps.Infra.Tests.LeastPrivilege;

/// <summary>The compliance checker under the role that the stack gives it, and under the reader role of member accounts.</summary>
public sealed class ComplianceCheckerPrivilegeTests(DeployedFunctions stack) : IClassFixture<DeployedFunctions>
{
    private const string Checker = "finops-compliance-checker";
    private const string Reader = "finops-example-org-reader";

    [Fact]
    public async Task AllItsPaths_NeedExactlyItsPermissions()
    {
        var members = await stack.DeployMembersAsync();
        var settings = ComplianceSettings.FromEnvironment(TestFiles.Standard, Variable) with { Scan = ScanSettings.FromEnvironment(Variable) };
        var from = Variable(DeliveryOptions.FromVariable)!;

        var first = await RunAsync(from, settings, """{"run":"first"}""");
        // The second one reads the figures of the first; it need not look everywhere again.
        var second = await RunAsync(from.Split('@')[1], settings with { Scan = settings.Scan with { Regions = ["us-east-1"] } }, """{"run":"second"}""");

        Assert.NotNull(first["share"]);
        Assert.Equal((decimal?)first["share"], (decimal?)second["shareBefore"]);
        Assert.Equal(members.Count + 1, (int)first["accounts"]!);
        stack.AssertAllowedBesideMissingRoles(Checker);
        Assert.Empty(stack.Unneeded(Checker).Except(DeployedFunctions.CalledByLambda));
        stack.AssertAllowed(Reader);
        Assert.Empty(stack.Unneeded(Reader, stack.MemberPoliciesOf("Reader")));
    }

    private string? Variable(string name) => stack.Variable(Checker, name);

    /// <param name="identity">The one that SES has verified.</param>
    private async Task<JsonNode> RunAsync(string identity, ComplianceOptions options, string payload)
    {
        var verified = new JsonObject { ["EmailIdentity"] = identity };
        if (stack.Registered("aws:sesv2/configurationSet:ConfigurationSet").SingleOrDefault() is { } set)
        {
            verified["ConfigurationSetName"] = (string)set.Inputs["configurationSetName"];
        }

        await stack.Owner.RestAsync("ses", HttpMethod.Post, "/v2/email/identities", verified);
        using var clients = stack.ClientsOf(Checker);
        var handler = new ComplianceCheckerHandler(
            stack.ConnectionOf(Checker), clients, MemberSettings.FromEnvironment(Variable, MemberSettings.ReaderRoleVariable), options, DeliveryOptions.FromEnvironment(Variable),
            new OrganizationTime(), TextWriter.Null);
        var answer = JsonNode.Parse(await DeployedFunctions.InvokeAsync(handler.HandleAsync, payload))!;
        await stack.Owner.RestAsync("ses", HttpMethod.Delete, $"/v2/email/identities/{identity}");
        Assert.NotNull(answer["mailMessageId"]);
        return answer;
    }

    /// <summary>The bill of the organization ends on its day.</summary>
    private sealed class OrganizationTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(StackHarness.Organization.AsOf, new TimeOnly(9, 0), TimeSpan.Zero);
    }
}
