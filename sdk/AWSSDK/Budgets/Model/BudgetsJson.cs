using System.Text.Json.Serialization;
using Amazon.Common;

namespace Amazon.Budgets.Model;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter), typeof(BlobConverter)])]
[JsonSerializable(typeof(DescribeBudgetsRequest))]
[JsonSerializable(typeof(DescribeBudgetsResponse))]
[JsonSerializable(typeof(DescribeBudgetRequest))]
[JsonSerializable(typeof(DescribeBudgetResponse))]
[JsonSerializable(typeof(DescribeBudgetActionRequest))]
[JsonSerializable(typeof(DescribeBudgetActionResponse))]
[JsonSerializable(typeof(DescribeBudgetActionsForBudgetRequest))]
[JsonSerializable(typeof(DescribeBudgetActionsForBudgetResponse))]
[JsonSerializable(typeof(ExecuteBudgetActionRequest))]
[JsonSerializable(typeof(ExecuteBudgetActionResponse))]
internal sealed partial class BudgetsJson : JsonSerializerContext;
