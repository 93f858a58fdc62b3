using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.Common;

/// <summary>Pipeline step that asks the client's endpoint provider where a request goes.</summary>
internal sealed class AwsEndpointResolver : BaseEndpointResolver
{
    public const string Region = "Region";
    public const string Url = "Endpoint";

    public static EndpointParameters ParametersFrom(IClientConfig config)
    {
        // Setting ServiceURL clears RegionEndpoint, so the region to sign for may stand in AuthenticationRegion instead.
        var region = string.IsNullOrEmpty(config.AuthenticationRegion) ? config.RegionEndpoint?.SystemName : config.AuthenticationRegion;
        var parameters = new EndpointParameters();
        parameters[Region] = region!;
        parameters[Url] = config.ServiceURL;
        return parameters;
    }

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        ParametersFrom(requestContext.ClientConfig);
}
