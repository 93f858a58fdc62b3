using System.Text.Json.Nodes;
using FinOps.Core.Organization.Synthetic;
using FinOps.Functions.Delivery;
using FinOps.Functions.Lambda;
using FinOps.Functions.Members;
using FinOps.Functions.Resources;

namespace FinOps.Infra.Tests.LeastPrivilege;

/// <summary>The tag inventory under the role that the stack gives it, and under the one that it has in member accounts.</summary>
public sealed class TagInventoryPrivilegeTests(DeployedFunctions stack) : IClassFixture<DeployedFunctions>
{
    private const string Inventory = "finops-tag-inventory";
    private const string Reader = "finops-example-org-reader";

    [Fact]
    public async Task TagInventory_AllItsPaths_NeedsExactlyItsPermissionsHereAndInMemberAccounts()
    {
        var members = await stack.DeployMembersAsync();
        await stack.Owner.JsonAsync("ce", "AWSInsightsIndexService.UpdateCostAllocationTagsStatus", new JsonObject
        {
            ["CostAllocationTagsStatus"] = new JsonArray(new JsonObject { ["TagKey"] = "Team", ["Status"] = "Active" }),
        });
        using var clients = stack.ClientsOf(Inventory);
        var handler = new TagInventoryHandler(
            stack.ConnectionOf(Inventory), clients, MemberSettings.FromEnvironment(Variable, MemberSettings.ReaderRoleVariable), ScanSettings.FromEnvironment(Variable),
            TagInventoryHandler.Options(name => name == "FINOPS_TAG_STANDARD" ? TestFiles.Standard.Source : Variable(name)), DeliveryOptions.FromEnvironment(Variable), TimeProvider.System);

        // Either identity may stand for the sender; the same run again mails nothing.
        JsonNode answer = null!, again = null!;
        var from = Variable(DeliveryOptions.FromVariable)!;
        foreach (var identity in (string[])[from, from.Split('@')[1]])
        {
            await stack.Owner.RestAsync("ses", HttpMethod.Post, "/v2/email/identities", new JsonObject
            {
                ["EmailIdentity"] = identity,
                ["ConfigurationSetName"] = (string)stack.Registered("aws:sesv2/configurationSet:ConfigurationSet").Single().Inputs["configurationSetName"],
            });
            answer = JsonNode.Parse(await DeployedFunctions.InvokeAsync(handler.HandleAsync, $$"""{"run":"run-{{identity.Length}}"}"""))!;
            again = JsonNode.Parse(await DeployedFunctions.InvokeAsync(handler.HandleAsync, $$"""{"run":"run-{{identity.Length}}"}"""))!;
            await stack.Owner.RestAsync("ses", HttpMethod.Delete, $"/v2/email/identities/{identity}");
        }

        Assert.Equal(["html", "md", "json", "csv", "csv"], answer["report"]!.AsArray().Select(file => ((string)file!).Split('.')[^1]));
        Assert.EndsWith("/fixes.csv", (string)answer["report"]![4]!, StringComparison.Ordinal);
        Assert.NotNull(answer["mailMessageId"]);
        Assert.Null(again["mailMessageId"]);
        Assert.True((int)answer["resources"]! > members.Count);
        Assert.True((int)answer["neverTagged"]! > 0);
        // The stack puts its role into some units alone; into the other accounts there is no way, and the report says so.
        var calls = stack.CallsOf(Inventory).ToLookup(call => call.Operation == "AssumeRole" && call.Error == "AccessDenied");
        Assert.Equal(4 * (stack.Server.Organization.Accounts.Count(account => account.State == SyntheticAccountState.Active) - 1 - members.Count), calls[true].Count());
        Assert.NotEmpty(answer["notSeen"]!.AsArray());
        Assert.All(calls[false], call => Assert.True(call.Access is not null && call.Error?.Contains("AccessDenied", StringComparison.Ordinal) != true, $"{call.Service} {call.Operation}: {call.Error}"));
        Assert.Empty(stack.Unneeded(Inventory).Except(DeployedFunctions.CalledByLambda));
        stack.AssertAllowed(Reader);
        Assert.Empty(stack.Unneeded(Reader, stack.MemberPoliciesOf("Reader")));

        string? Variable(string name) => stack.Variable(Inventory, name);
    }
}
