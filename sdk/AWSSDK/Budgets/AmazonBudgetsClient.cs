using System.Text.Json.Serialization.Metadata;
using Amazon.Common;
using Amazon.Budgets.Model;
using Amazon.Runtime;

namespace Amazon.Budgets;

/// <inheritdoc cref="IAmazonBudgets"/>
public class AmazonBudgetsClient : AwsJsonClient, IAmazonBudgets
{
    private static readonly AwsOperation<DescribeBudgetsRequest, DescribeBudgetsResponse> DescribeBudgets = new(
        AmazonBudgetsConfig.Info, "DescribeBudgets", "/", BudgetsJson.Default.DescribeBudgetsRequest, BudgetsJson.Default.DescribeBudgetsResponse, AmazonBudgetsException.From);

    private static readonly AwsOperation<DescribeBudgetRequest, DescribeBudgetResponse> DescribeBudget = Operation("DescribeBudget", BudgetsJson.Default.DescribeBudgetRequest, BudgetsJson.Default.DescribeBudgetResponse);

    private static readonly AwsOperation<DescribeBudgetActionRequest, DescribeBudgetActionResponse> DescribeBudgetAction = Operation("DescribeBudgetAction", BudgetsJson.Default.DescribeBudgetActionRequest, BudgetsJson.Default.DescribeBudgetActionResponse);

    private static readonly AwsOperation<DescribeBudgetActionsForBudgetRequest, DescribeBudgetActionsForBudgetResponse> DescribeBudgetActionsForBudget = Operation("DescribeBudgetActionsForBudget", BudgetsJson.Default.DescribeBudgetActionsForBudgetRequest, BudgetsJson.Default.DescribeBudgetActionsForBudgetResponse);

    private static readonly AwsOperation<ExecuteBudgetActionRequest, ExecuteBudgetActionResponse> ExecuteBudgetAction = Operation("ExecuteBudgetAction", BudgetsJson.Default.ExecuteBudgetActionRequest, BudgetsJson.Default.ExecuteBudgetActionResponse);

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

    public virtual Task<DescribeBudgetResponse> DescribeBudgetAsync(DescribeBudgetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(DescribeBudget, request, cancellationToken);

    public virtual Task<DescribeBudgetActionResponse> DescribeBudgetActionAsync(DescribeBudgetActionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(DescribeBudgetAction, request, cancellationToken);

    public virtual Task<DescribeBudgetActionsForBudgetResponse> DescribeBudgetActionsForBudgetAsync(DescribeBudgetActionsForBudgetRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(DescribeBudgetActionsForBudget, request, cancellationToken);

    public virtual Task<ExecuteBudgetActionResponse> ExecuteBudgetActionAsync(ExecuteBudgetActionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(ExecuteBudgetAction, request, cancellationToken);

    private static AwsOperation<TRequest, TResponse> Operation<TRequest, TResponse>(string name, JsonTypeInfo<TRequest> request, JsonTypeInfo<TResponse> response)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        new(AmazonBudgetsConfig.Info, name, "/", request, response, AmazonBudgetsException.From);
}
