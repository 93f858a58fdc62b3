using System.Text.Json.Serialization;
using Amazon.Common;

namespace Amazon.AWSSupport.Model;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter), typeof(BlobConverter)])]
[JsonSerializable(typeof(DescribeTrustedAdvisorChecksRequest))]
[JsonSerializable(typeof(DescribeTrustedAdvisorChecksResponse))]
[JsonSerializable(typeof(DescribeTrustedAdvisorCheckResultRequest))]
[JsonSerializable(typeof(DescribeTrustedAdvisorCheckResultResponse))]
internal sealed partial class AWSSupportJson : JsonSerializerContext;
