using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:organizations/awsServiceAccess:AwsServiceAccess; the id is the service principal.</summary>
internal sealed class OrganizationServiceAccess(AwsSession aws) : IResourceHandler
{
    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var principal = call.Inputs.RequiredText("servicePrincipal");
        await aws.JsonAsync(AwsApi.Organizations, "EnableAWSServiceAccess", Input(principal), cancellationToken);
        return await ReadAsync(call with { Id = principal }, cancellationToken) ?? Applied.Of(principal);
    }

    /// <summary>It has no input that changes in place.</summary>
    public Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken) => Task.FromResult(Applied.Of(call.Id));

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        aws.JsonAsync(AwsApi.Organizations, "DisableAWSServiceAccess", Input(call.Id), cancellationToken);

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var enabled = await aws.PagesAsync(AwsApi.Organizations, "ListAWSServiceAccessForOrganization", [], "EnabledServicePrincipals", cancellationToken);
        return enabled.Find(each => (string?)each["ServicePrincipal"] == call.Id) is { } found
            ? Applied.Of(call.Id, ("servicePrincipal", call.Id), ("dateEnabled", OrganizationTime.Text(found["DateEnabled"])))
            : null;
    }

    private static JsonObject Input(string principal) => new() { ["ServicePrincipal"] = principal };
}

/// <summary>Times of Organizations: seconds since 1970 on the wire, text in the provider's outputs.</summary>
internal static class OrganizationTime
{
    public static string Text(JsonNode? seconds) =>
        DateTimeOffset.UnixEpoch.AddSeconds((double?)seconds ?? 0).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
