using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace Amazon.Common;

/// <summary>Configuration shared by the clients of this assembly; everything else is AWSSDK.Core's <see cref="ClientConfig"/>.</summary>
public abstract class AwsServiceConfig : ClientConfig
{
    private const string SdkVersion = "4.0.0";
    private readonly AwsService _service;

    private protected AwsServiceConfig(AwsService service)
        : base(new DefaultConfigurationProvider(DefaultModes.All))
    {
        _service = service;
        base.ServiceId = service.Id;
        AuthenticationServiceName = service.SigningName;
        EndpointProvider = new AwsEndpointProvider(service);
        UserAgent = InternalSDKUtils.BuildUserAgentString(service.Id.Replace(' ', '_'), SdkVersion);
        // A global service answers from one region only. Naming it here also avoids the slow search for a region on a laptop;
        // an endpoint URL from the environment still wins.
        if (service.GlobalRegion is not null)
            RegionEndpoint = RegionEndpoint.GetBySystemName(service.GlobalRegion);
    }

    internal AwsService Service => _service;

    public override string ServiceVersion => _service.ApiVersion;

    public override string UserAgent { get; }

    public override string RegionEndpointServiceName => _service.SigningName;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(AwsEndpointResolver.ParametersFrom(this));
}
