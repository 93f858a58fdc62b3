using Amazon.Budgets;
using Amazon.CostExplorer;
using Amazon.S3;
using Amazon.SecurityToken;
using Amazon.SimpleEmailV2;

namespace FinOps.Functions.Aws;

/// <summary>The AWS clients that reports use. Tests and callers may put any implementation in; disposing it disposes the clients.</summary>
/// <param name="Endpoint">Where requests go, in words that an error message can use.</param>
public sealed record ReportClients(
    IAmazonCostExplorer CostExplorer,
    IAmazonBudgets Budgets,
    IAmazonSecurityTokenService Identity,
    IAmazonS3 Storage,
    IAmazonSimpleEmailServiceV2 Mail,
    string Endpoint) : IDisposable
{
    /// <summary>Clients from the standard AWS settings, see <see cref="AwsConnection.FromEnvironment"/>.</summary>
    public static ReportClients FromEnvironment() => Create(AwsConnection.FromEnvironment(Environment.GetEnvironmentVariable));

    public static ReportClients Create(AwsConnection aws)
    {
        ArgumentNullException.ThrowIfNull(aws);
        return new ReportClients(
            new AmazonCostExplorerClient(aws.Credentials, aws.Configure(new AmazonCostExplorerConfig(), AwsConnection.GlobalRegion)),
            new AmazonBudgetsClient(aws.Credentials, aws.Configure(new AmazonBudgetsConfig(), AwsConnection.GlobalRegion)),
            new AmazonSecurityTokenServiceClient(aws.Credentials, aws.Configure(new AmazonSecurityTokenServiceConfig())),
            // Behind one endpoint there is no host name for each bucket.
            new AmazonS3Client(aws.Credentials, aws.Configure(new AmazonS3Config { ForcePathStyle = aws.Endpoint is not null })),
            new AmazonSimpleEmailServiceV2Client(aws.Credentials, aws.Configure(new AmazonSimpleEmailServiceV2Config())),
            aws.Target);
    }

    public void Dispose()
    {
        CostExplorer.Dispose();
        Budgets.Dispose();
        Identity.Dispose();
        Storage.Dispose();
        Mail.Dispose();
    }
}
