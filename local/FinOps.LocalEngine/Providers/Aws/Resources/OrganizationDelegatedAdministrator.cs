using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:organizations/delegatedAdministrator:DelegatedAdministrator; its id is <c>account/service</c>.</summary>
internal sealed class OrganizationDelegatedAdministrator(AwsSession aws) : IResourceHandler
{
    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var id = $"{call.Inputs.RequiredText("accountId")}/{call.Inputs.RequiredText("servicePrincipal")}";
        await aws.JsonAsync(AwsApi.Organizations, "RegisterDelegatedAdministrator", Input(id), cancellationToken).Unless("AccountAlreadyRegistered");
        return await ReadAsync(call with { Id = id }, cancellationToken) ?? Applied.Of(id);
    }

    /// <summary>It has no input that changes in place.</summary>
    public Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken) => Task.FromResult(Applied.Of(call.Id));

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        aws.JsonAsync(AwsApi.Organizations, "DeregisterDelegatedAdministrator", Input(call.Id), cancellationToken).Unless("AccountNotRegistered", "AccountNotFound");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var (account, service) = Parts(call.Id);
        var found = await aws.PagesAsync(AwsApi.Organizations, "ListDelegatedAdministrators", new JsonObject { ["ServicePrincipal"] = service }, "DelegatedAdministrators", cancellationToken);
        return found.Find(each => (string?)each["Id"] == account) is { } live
            ? Applied.Of(call.Id,
                ("accountId", account), ("servicePrincipal", service), ("arn", (string)live["Arn"]!), ("email", (string)live["Email"]!), ("name", (string)live["Name"]!),
                ("status", (string?)live["Status"] ?? "ACTIVE"), ("joinedMethod", (string)live["JoinedMethod"]!),
                ("joinedTimestamp", OrganizationTime.Text(live["JoinedTimestamp"])), ("delegationEnabledDate", OrganizationTime.Text(live["DelegationEnabledDate"])))
            : null;
    }

    private static JsonObject Input(string id)
    {
        var (account, service) = Parts(id);
        return new JsonObject { ["AccountId"] = account, ["ServicePrincipal"] = service };
    }

    private static (string Account, string Service) Parts(string id)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        return (id[..slash], id[(slash + 1)..]);
    }
}
