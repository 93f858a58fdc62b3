using FinOps.LocalAws.Tests.Support;
using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Tests.Organizations;

public sealed class AccountTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    [SkippableFact]
    public async Task ListAccounts_FromTheAwsCli_HasEveryAccountOnce()
    {
        var listed = (await AwsCli.RunAsync(endpoint.Server, "organizations", "list-accounts")).Json["Accounts"]!.AsArray();

        Assert.Equal(40, listed.Select(account => (string)account!["Id"]!).Distinct().Count());
        Assert.All(listed, account => Assert.Equal((string?)account!["Status"], (string?)account["State"]));
    }

    [Fact]
    public async Task ListAccounts_MoreThanTwentyAsked_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            endpoint.Calls.JsonAsync("organizations", "AWSOrganizationsV20161128.ListAccounts", new JsonObject { ["MaxResults"] = 21 }));

        Assert.Equal("InvalidInputException", refused.Code);
        Assert.Equal("MAX_VALUE_EXCEEDED", (string?)refused.Body["Reason"]);
    }

    [Fact]
    public async Task Tree_WalkedFromTheRoot_ReachesEveryAccount()
    {
        var root = (string)(await CallAsync("ListRoots", []))["Roots"]![0]!["Id"]!;
        var (open, found) = (new Stack<string>([root]), new HashSet<string>());
        while (open.TryPop(out var parent))
        {
            foreach (var account in await AllAsync("ListAccountsForParent", parent, "Accounts"))
                Assert.True(found.Add((string)account["Id"]!));
            foreach (var unit in await AllAsync("ListOrganizationalUnitsForParent", parent, "OrganizationalUnits"))
                open.Push((string)unit["Id"]!);
        }

        Assert.Equal(40, found.Count);
    }

    private async Task<List<JsonNode>> AllAsync(string operation, string parent, string member)
    {
        var all = new List<JsonNode>();
        string? token = null;
        do
        {
            var page = await CallAsync(operation, new JsonObject { ["ParentId"] = parent, ["NextToken"] = token, ["MaxResults"] = 3 });
            all.AddRange(page[member]!.AsArray().Select(each => each!));
            token = (string?)page["NextToken"];
        }
        while (token is not null);
        return all;
    }

    private Task<JsonObject> CallAsync(string operation, JsonObject input) =>
        endpoint.Calls.JsonAsync("organizations", $"AWSOrganizationsV20161128.{operation}", input);
}
