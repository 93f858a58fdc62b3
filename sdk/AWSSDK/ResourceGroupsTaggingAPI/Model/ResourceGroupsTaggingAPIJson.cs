using System.Text.Json.Serialization;
using Amazon.Common;

namespace Amazon.ResourceGroupsTaggingAPI.Model;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter), typeof(BlobConverter)])]
[JsonSerializable(typeof(GetResourcesRequest))]
[JsonSerializable(typeof(GetResourcesResponse))]
[JsonSerializable(typeof(GetTagKeysRequest))]
[JsonSerializable(typeof(GetTagKeysResponse))]
[JsonSerializable(typeof(GetTagValuesRequest))]
[JsonSerializable(typeof(GetTagValuesResponse))]
[JsonSerializable(typeof(TagResourcesRequest))]
[JsonSerializable(typeof(TagResourcesResponse))]
[JsonSerializable(typeof(UntagResourcesRequest))]
[JsonSerializable(typeof(UntagResourcesResponse))]
[JsonSerializable(typeof(GetComplianceSummaryRequest))]
[JsonSerializable(typeof(GetComplianceSummaryResponse))]
internal sealed partial class ResourceGroupsTaggingAPIJson : JsonSerializerContext;
