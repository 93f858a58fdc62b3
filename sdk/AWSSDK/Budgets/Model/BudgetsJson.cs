using System.Text.Json.Serialization;
using Amazon.Common;

namespace Amazon.Budgets.Model;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter), typeof(BlobConverter)])]
[JsonSerializable(typeof(DescribeBudgetsRequest))]
[JsonSerializable(typeof(DescribeBudgetsResponse))]
internal sealed partial class BudgetsJson : JsonSerializerContext;
