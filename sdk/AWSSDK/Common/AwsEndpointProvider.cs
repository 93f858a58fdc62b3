using Amazon.Runtime.Endpoints;

namespace Amazon.Common;

/// <summary>Gives the service's public host, or the endpoint URL that was configured, each with the scope to sign for.</summary>
internal sealed class AwsEndpointProvider(AwsService service) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var region = (string?)parameters[AwsEndpointResolver.Region] ?? service.GlobalRegion
            ?? throw new Amazon.Runtime.AmazonClientException($"{service.Id} is regional: set a region (AWS_REGION, the profile, or RegionEndpoint).");
        var url = (string?)parameters[AwsEndpointResolver.Url] ?? "https://" + service.HostName(region, DnsSuffix(region));
        var scopes = $$"""{"authSchemes":[{"name":"sigv4","signingName":"{{service.SigningName}}","signingRegion":"{{region}}"}]}""";
        return new Endpoint(url, scopes, "{}");
    }

    private static string DnsSuffix(string region) =>
        region.StartsWith("cn-", StringComparison.Ordinal) ? "amazonaws.com.cn" : "amazonaws.com";
}
