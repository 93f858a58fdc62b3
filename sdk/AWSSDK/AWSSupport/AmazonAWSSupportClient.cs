using Amazon.Common;
using Amazon.AWSSupport.Model;
using Amazon.Runtime;

namespace Amazon.AWSSupport;

/// <inheritdoc cref="IAmazonAWSSupport"/>
public class AmazonAWSSupportClient : AwsJsonClient, IAmazonAWSSupport
{
    private static readonly AwsOperation<DescribeTrustedAdvisorChecksRequest, DescribeTrustedAdvisorChecksResponse> DescribeTrustedAdvisorChecks = new(
        AmazonAWSSupportConfig.Info, "DescribeTrustedAdvisorChecks", "/", AWSSupportJson.Default.DescribeTrustedAdvisorChecksRequest, AWSSupportJson.Default.DescribeTrustedAdvisorChecksResponse, AmazonAWSSupportException.From);

    private static readonly AwsOperation<DescribeTrustedAdvisorCheckResultRequest, DescribeTrustedAdvisorCheckResultResponse> DescribeTrustedAdvisorCheckResult = new(
        AmazonAWSSupportConfig.Info, "DescribeTrustedAdvisorCheckResult", "/", AWSSupportJson.Default.DescribeTrustedAdvisorCheckResultRequest, AWSSupportJson.Default.DescribeTrustedAdvisorCheckResultResponse, AmazonAWSSupportException.From);

    public AmazonAWSSupportClient()
        : this(new AmazonAWSSupportConfig()) { }

    public AmazonAWSSupportClient(RegionEndpoint region)
        : this(new AmazonAWSSupportConfig { RegionEndpoint = region }) { }

    public AmazonAWSSupportClient(AmazonAWSSupportConfig config)
        : base(config) { }

    public AmazonAWSSupportClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonAWSSupportConfig { RegionEndpoint = region }) { }

    public AmazonAWSSupportClient(AWSCredentials credentials, AmazonAWSSupportConfig clientConfig)
        : base(credentials, clientConfig) { }

    public virtual Task<DescribeTrustedAdvisorChecksResponse> DescribeTrustedAdvisorChecksAsync(DescribeTrustedAdvisorChecksRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(DescribeTrustedAdvisorChecks, request, cancellationToken);

    public virtual Task<DescribeTrustedAdvisorCheckResultResponse> DescribeTrustedAdvisorCheckResultAsync(DescribeTrustedAdvisorCheckResultRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(DescribeTrustedAdvisorCheckResult, request, cancellationToken);
}
