using Amazon;
using Amazon.Budgets;
using Amazon.CostExplorer;
using Amazon.Runtime;
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
    // Cost Explorer throttles a busy organization for several seconds at a time; the default of two retries gives up too early.
    internal const int Retries = 6;

    /// <summary>
    /// Clients from the standard AWS settings: the credential chain, AWS_REGION (us-east-1 when nothing says otherwise) and AWS_ENDPOINT_URL.
    /// </summary>
    public static ReportClients FromEnvironment() => FromEnvironment(Environment.GetEnvironmentVariable);

    /// <param name="credentials">Null for the standard credential chain.</param>
    /// <param name="endpoint">One address that serves all of AWS, for example an embedded one; null for AWS itself.</param>
    public static ReportClients Create(AWSCredentials? credentials, Uri? endpoint, string region = "us-east-1", int retries = Retries)
    {
        credentials ??= Amazon.Runtime.Credentials.DefaultAWSCredentialsIdentityResolver.GetCredentials();
        return new ReportClients(
            new AmazonCostExplorerClient(credentials, Configure(new AmazonCostExplorerConfig(), endpoint, "us-east-1", retries)),
            new AmazonBudgetsClient(credentials, Configure(new AmazonBudgetsConfig(), endpoint, "us-east-1", retries)),
            new AmazonSecurityTokenServiceClient(credentials, Configure(new AmazonSecurityTokenServiceConfig(), endpoint, region, retries)),
            // Behind one endpoint there is no host name for each bucket.
            new AmazonS3Client(credentials, Configure(new AmazonS3Config { ForcePathStyle = endpoint is not null }, endpoint, region, retries)),
            new AmazonSimpleEmailServiceV2Client(credentials, Configure(new AmazonSimpleEmailServiceV2Config(), endpoint, region, retries)),
            endpoint?.ToString() ?? $"AWS ({region})");
    }

    public void Dispose()
    {
        CostExplorer.Dispose();
        Budgets.Dispose();
        Identity.Dispose();
        Storage.Dispose();
        Mail.Dispose();
    }

    internal static ReportClients FromEnvironment(Func<string, string?> variable)
    {
        var region = variable("AWS_REGION") ?? variable("AWS_DEFAULT_REGION") ?? "us-east-1";
        var endpoint = variable("AWS_ENDPOINT_URL");
        if (string.IsNullOrEmpty(endpoint))
            return AwsFailure.Translating("credentials", $"AWS ({region})", () => Create(null, null, region));
        return Uri.TryCreate(endpoint, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? AwsFailure.Translating("credentials", endpoint, () => Create(null, new Uri(endpoint), region))
            : throw AwsFailure.BadEndpoint(endpoint);
    }

    internal static TConfig Configure<TConfig>(TConfig config, Uri? endpoint, string region, int retries)
        where TConfig : ClientConfig
    {
        config.RetryMode = RequestRetryMode.Standard;
        config.MaxErrorRetry = retries;
        if (endpoint is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }
        else
        {
            config.ServiceURL = endpoint.ToString();
            config.AuthenticationRegion = region;
        }

        return config;
    }
}
