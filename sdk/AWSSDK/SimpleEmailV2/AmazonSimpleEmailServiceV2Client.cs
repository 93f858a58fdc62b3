using Amazon.Common;
using Amazon.SimpleEmailV2.Model;
using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <inheritdoc cref="IAmazonSimpleEmailServiceV2"/>
public class AmazonSimpleEmailServiceV2Client : AwsJsonClient, IAmazonSimpleEmailServiceV2
{
    private static readonly AwsOperation<SendEmailRequest, SendEmailResponse> SendEmail = new(
        AmazonSimpleEmailServiceV2Config.Info, "SendEmail", "/v2/email/outbound-emails", SimpleEmailV2Json.Default.SendEmailRequest, SimpleEmailV2Json.Default.SendEmailResponse, AmazonSimpleEmailServiceV2Exception.From);

    public AmazonSimpleEmailServiceV2Client()
        : this(new AmazonSimpleEmailServiceV2Config()) { }

    public AmazonSimpleEmailServiceV2Client(RegionEndpoint region)
        : this(new AmazonSimpleEmailServiceV2Config { RegionEndpoint = region }) { }

    public AmazonSimpleEmailServiceV2Client(AmazonSimpleEmailServiceV2Config config)
        : base(config) { }

    public AmazonSimpleEmailServiceV2Client(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonSimpleEmailServiceV2Config { RegionEndpoint = region }) { }

    public AmazonSimpleEmailServiceV2Client(AWSCredentials credentials, AmazonSimpleEmailServiceV2Config clientConfig)
        : base(credentials, clientConfig) { }

    public virtual Task<SendEmailResponse> SendEmailAsync(SendEmailRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(SendEmail, request, cancellationToken);
}
