using System.Collections.Concurrent;
using Amazon.AWSSupport;
using Amazon.ComputeOptimizer;
using Amazon.CostExplorer;
using Amazon.CostOptimizationHub;
using Amazon.Organizations;
using Amazon.S3;
using Amazon.SecurityToken;
using Amazon.TrustedAdvisor;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Optimization;

/// <summary>The AWS clients of the report. Compute Optimizer answers in each region for itself.</summary>
public sealed class OptimizationClients : IDisposable
{
    private readonly ConcurrentDictionary<string, IAmazonComputeOptimizer> _optimizers = new(StringComparer.Ordinal);
    private readonly AwsConnection _aws;

    public OptimizationClients(AwsConnection aws)
    {
        ArgumentNullException.ThrowIfNull(aws);
        _aws = aws;
        CostExplorer = new AmazonCostExplorerClient(aws.Credentials, aws.Configure(new AmazonCostExplorerConfig(), AwsConnection.GlobalRegion));
        Hub = new AmazonCostOptimizationHubClient(aws.Credentials, aws.Configure(new AmazonCostOptimizationHubConfig(), AwsConnection.GlobalRegion));
        Organizations = new AmazonOrganizationsClient(aws.Credentials, aws.Configure(new AmazonOrganizationsConfig(), AwsConnection.GlobalRegion));
        Advisor = new AmazonTrustedAdvisorClient(aws.Credentials, aws.Configure(new AmazonTrustedAdvisorConfig(), AwsConnection.GlobalRegion));
        Support = new AmazonAWSSupportClient(aws.Credentials, aws.Configure(new AmazonAWSSupportConfig(), AwsConnection.GlobalRegion));
        Identity = new AmazonSecurityTokenServiceClient(aws.Credentials, aws.Configure(new AmazonSecurityTokenServiceConfig()));
        Storage = new AmazonS3Client(aws.Credentials, aws.Configure(new AmazonS3Config { ForcePathStyle = aws.Endpoint is not null }));
    }

    public IAmazonCostExplorer CostExplorer { get; init; }

    public IAmazonCostOptimizationHub Hub { get; init; }

    public IAmazonOrganizations Organizations { get; init; }

    public IAmazonTrustedAdvisor Advisor { get; init; }

    public IAmazonAWSSupport Support { get; init; }

    public IAmazonSecurityTokenService Identity { get; init; }

    /// <summary>Keeps the ledger.</summary>
    public IAmazonS3 Storage { get; init; }

    /// <summary>Where requests go, in words that an error message can use.</summary>
    public string Endpoint => _aws.Target;

    public IAmazonComputeOptimizer Optimizer(string region) =>
        _optimizers.GetOrAdd(region, name => new AmazonComputeOptimizerClient(_aws.Credentials, _aws.Configure(new AmazonComputeOptimizerConfig(), name)));

    public void Dispose()
    {
        foreach (var client in ((IDisposable[])[CostExplorer, Hub, Organizations, Advisor, Support, Identity, Storage]).Concat(_optimizers.Values))
            client.Dispose();
    }
}
