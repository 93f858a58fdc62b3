using Amazon.CloudTrail.Model;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.CloudTrail;

/// <inheritdoc cref="IAmazonCloudTrail"/>
public class AmazonCloudTrailClient : AwsJsonClient, IAmazonCloudTrail
{
    private static readonly AwsOperation<LookupEventsRequest, LookupEventsResponse> LookupEvents = new(
        AmazonCloudTrailConfig.Info, "LookupEvents", "/", CloudTrailJson.Default.LookupEventsRequest, CloudTrailJson.Default.LookupEventsResponse, AmazonCloudTrailException.From);

    public AmazonCloudTrailClient()
        : this(new AmazonCloudTrailConfig()) { }

    public AmazonCloudTrailClient(RegionEndpoint region)
        : this(new AmazonCloudTrailConfig { RegionEndpoint = region }) { }

    public AmazonCloudTrailClient(AmazonCloudTrailConfig config)
        : base(config) { }

    public AmazonCloudTrailClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonCloudTrailConfig { RegionEndpoint = region }) { }

    public AmazonCloudTrailClient(AWSCredentials credentials, AmazonCloudTrailConfig clientConfig)
        : base(credentials, clientConfig) { }

    public virtual Task<LookupEventsResponse> LookupEventsAsync(LookupEventsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(LookupEvents, request, cancellationToken);
}
