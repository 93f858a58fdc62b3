using System.Text.Json.Nodes;
using FinOps.Core.Organization.Synthetic;
using FinOps.LocalAws.Tests.Support;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Tests.CostData;

/// <summary>Cost Optimization Hub, Compute Optimizer, trusted access and delegated administrators.</summary>
public sealed class EnrollmentTests : IAsyncLifetime
{
    private readonly EndpointFixture _endpoint = new();

    private string Member => _endpoint.Server.Organization.Accounts.First(account => account.State == SyntheticAccountState.Active && account.Id != _endpoint.Account).Id;

    public Task InitializeAsync() => _endpoint.InitializeAsync();

    public Task DisposeAsync() => _endpoint.DisposeAsync();

    [Fact]
    public async Task Hub_EnrollmentOfTheOrganization_EnrollsMembersAndOpensPreferences()
    {
        Assert.Contains("not enrolled", (await Assert.ThrowsAsync<RefusedException>(() => HubAsync("GetPreferences"))).Message, StringComparison.Ordinal);
        await HubAsync("UpdateEnrollmentStatus", new JsonObject { ["status"] = "Active", ["includeMemberAccounts"] = true });
        await HubAsync("UpdatePreferences", new JsonObject { ["savingsEstimationMode"] = "AfterDiscounts" });

        var preferences = await HubAsync("GetPreferences");
        var statuses = await HubAsync("ListEnrollmentStatuses", new JsonObject { ["includeOrganizationInfo"] = true, ["maxResults"] = 5 });
        var access = await OrganizationsAsync("ListAWSServiceAccessForOrganization");

        Assert.Equal(("AfterDiscounts", "All"), ((string?)preferences["savingsEstimationMode"], (string?)preferences["memberAccountDiscountVisibility"]));
        Assert.Equal(5, statuses["items"]!.AsArray().Count);
        Assert.NotNull((string?)statuses["nextToken"]);
        Assert.All(statuses["items"]!.AsArray(), item => Assert.Equal("Active", (string?)item!["status"]));
        Assert.Contains(access["EnabledServicePrincipals"]!.AsArray(), each => (string?)each!["ServicePrincipal"] == "cost-optimization-hub.bcm.amazonaws.com");
    }

    [Fact]
    public async Task Hub_SignedForAnotherRegion_IsRefused()
    {
        var elsewhere = new CallContext(new Principal("111122223333", "arn", "id", "key"), "eu-west-1", "request", DateTimeOffset.UnixEpoch, default);

        Assert.Equal("InvalidSignatureException", Assert.Throws<AwsError>(() => HomeRegion.Require(elsewhere)).Code);
        await HubAsync("ListEnrollmentStatuses");
    }

    [Fact]
    public async Task DelegatedAdministrator_NeedsTrustedAccess_AndIsOneForEachService()
    {
        var registration = new JsonObject { ["AccountId"] = Member, ["ServicePrincipal"] = "compute-optimizer.amazonaws.com" };
        var early = await RefusedAsync("RegisterDelegatedAdministrator", registration);
        await OrganizationsAsync("EnableAWSServiceAccess", new JsonObject { ["ServicePrincipal"] = "compute-optimizer.amazonaws.com" });
        await OrganizationsAsync("RegisterDelegatedAdministrator", registration);

        var again = await RefusedAsync("RegisterDelegatedAdministrator", registration);
        var management = await RefusedAsync("RegisterDelegatedAdministrator", new JsonObject { ["AccountId"] = _endpoint.Account, ["ServicePrincipal"] = "compute-optimizer.amazonaws.com" });
        var listed = await OrganizationsAsync("ListDelegatedAdministrators", new JsonObject { ["ServicePrincipal"] = "compute-optimizer.amazonaws.com" });
        var services = await OrganizationsAsync("ListDelegatedServicesForAccount", new JsonObject { ["AccountId"] = Member });
        await OrganizationsAsync("DeregisterDelegatedAdministrator", registration);
        var gone = await RefusedAsync("ListDelegatedServicesForAccount", new JsonObject { ["AccountId"] = Member });

        Assert.Equal("SERVICE_ACCESS_NOT_ENABLED", (string?)early.Body["Reason"]);
        Assert.Equal("AccountAlreadyRegisteredException", again.Code);
        Assert.Equal("CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR", (string?)management.Body["Reason"]);
        Assert.Equal(Member, (string?)listed["DelegatedAdministrators"]!.AsArray().Single()!["Id"]);
        Assert.Equal("compute-optimizer.amazonaws.com", (string?)services["DelegatedServices"]!.AsArray().Single()!["ServicePrincipal"]);
        Assert.Equal("AccountNotRegisteredException", gone.Code);
    }

    /// <summary>The provider speaks JSON to Compute Optimizer, the CLI CBOR: both see one enrollment.</summary>
    [SkippableFact]
    public async Task Optimizer_EnrolledInJson_IsReadByTheAwsCliInCbor()
    {
        await _endpoint.Calls.JsonAsync("compute-optimizer", "ComputeOptimizerService.UpdateEnrollmentStatus", new JsonObject { ["status"] = "Active", ["includeMemberAccounts"] = true }, "1.0");

        var own = (await AwsCli.RunAsync(_endpoint.Server, "compute-optimizer", "get-enrollment-status")).Json;
        var all = (await AwsCli.RunAsync(_endpoint.Server, "compute-optimizer", "get-enrollment-statuses-for-organization", "--filters", "name=Status,values=Active")).Json;
        var refused = await AwsCli.RunAsync(_endpoint.Server, "compute-optimizer", "get-license-recommendations");

        Assert.Equal("Active", (string?)own["status"]);
        Assert.True((bool)own["memberAccountsEnrolled"]!);
        Assert.Equal((int)own["numberOfMemberAccountsOptedIn"]!, all["accountEnrollmentStatuses"]!.AsArray().Count);
        Assert.Contains("UnknownOperationException", refused.Error, StringComparison.Ordinal);
    }

    private Task<JsonObject> HubAsync(string operation, JsonObject? input = null) => _endpoint.Calls.JsonAsync("cost-optimization-hub", $"CostOptimizationHubService.{operation}", input, "1.0");

    private Task<JsonObject> OrganizationsAsync(string operation, JsonObject? input = null) => _endpoint.Calls.JsonAsync("organizations", $"AWSOrganizationsV20161128.{operation}", input);

    private Task<RefusedException> RefusedAsync(string operation, JsonObject input) => Assert.ThrowsAsync<RefusedException>(() => OrganizationsAsync(operation, input));
}
