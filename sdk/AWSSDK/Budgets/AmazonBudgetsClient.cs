using Amazon.Common;
using Amazon.Budgets.Model;
using Amazon.Runtime;

namespace Amazon.Budgets;

/// <inheritdoc cref="IAmazonBudgets"/>
public class AmazonBudgetsClient : AwsJsonClient, IAmazonBudgets
{
    private static readonly AwsOperation<DescribeBudgetsRequest, DescribeBudgetsResponse> DescribeBudgets = new(
        AmazonBudgetsConfig.Info, "DescribeBudgets", "/", BudgetsJson.Default.DescribeBudgetsRequest, BudgetsJson.Default.DescribeBudgetsResponse, AmazonBudgetsException.From);

    public AmazonBudgetsClient()
        : this(new AmazonBudgetsConfig()) { }

    public AmazonBudgetsClient(RegionEndpoint region)
        : this(new AmazonBudgetsConfig { RegionEndpoint = region }) { }

    public AmazonBudgetsClient(AmazonBudgetsConfig config)
        : base(config) { }

    public AmazonBudgetsClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonBudgetsConfig { RegionEndpoint = region }) { }

    public AmazonBudgetsClient(AWSCredentials credentials, AmazonBudgetsConfig clientConfig)
        : base(credentials, clientConfig) { }

    public virtual Task<DescribeBudgetsResponse> DescribeBudgetsAsync(DescribeBudgetsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(DescribeBudgets, request, cancellationToken);
}
