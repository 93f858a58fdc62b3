using Amazon.Budgets.Model;
using Amazon.Runtime;

namespace Amazon.Budgets;

/// <summary>AWS Budgets. The account id in a request must be the caller's own.</summary>
public interface IAmazonBudgets : IAmazonService, IDisposable
{
    Task<DescribeBudgetsResponse> DescribeBudgetsAsync(DescribeBudgetsRequest request, CancellationToken cancellationToken = default);

    Task<DescribeBudgetResponse> DescribeBudgetAsync(DescribeBudgetRequest request, CancellationToken cancellationToken = default);

    Task<DescribeBudgetActionResponse> DescribeBudgetActionAsync(DescribeBudgetActionRequest request, CancellationToken cancellationToken = default);

    Task<DescribeBudgetActionsForBudgetResponse> DescribeBudgetActionsForBudgetAsync(DescribeBudgetActionsForBudgetRequest request, CancellationToken cancellationToken = default);

    Task<ExecuteBudgetActionResponse> ExecuteBudgetActionAsync(ExecuteBudgetActionRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonBudgetsConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        awsCredentials is null ? new AmazonBudgetsClient((AmazonBudgetsConfig)clientConfig) : new AmazonBudgetsClient(awsCredentials, (AmazonBudgetsConfig)clientConfig);
}
