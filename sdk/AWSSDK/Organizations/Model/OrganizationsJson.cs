using System.Text.Json.Serialization;
using Amazon.Common;

namespace Amazon.Organizations.Model;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter), typeof(BlobConverter)])]
[JsonSerializable(typeof(DescribeOrganizationRequest))]
[JsonSerializable(typeof(DescribeOrganizationResponse))]
[JsonSerializable(typeof(ListAccountsRequest))]
[JsonSerializable(typeof(ListAccountsResponse))]
[JsonSerializable(typeof(ListRootsRequest))]
[JsonSerializable(typeof(ListRootsResponse))]
[JsonSerializable(typeof(ListOrganizationalUnitsForParentRequest))]
[JsonSerializable(typeof(ListOrganizationalUnitsForParentResponse))]
[JsonSerializable(typeof(ListAccountsForParentRequest))]
[JsonSerializable(typeof(ListAccountsForParentResponse))]
[JsonSerializable(typeof(ListTagsForResourceRequest))]
[JsonSerializable(typeof(ListTagsForResourceResponse))]
[JsonSerializable(typeof(ListPoliciesForTargetRequest))]
[JsonSerializable(typeof(ListPoliciesForTargetResponse))]
[JsonSerializable(typeof(DescribePolicyRequest))]
[JsonSerializable(typeof(DescribePolicyResponse))]
[JsonSerializable(typeof(DescribeEffectivePolicyRequest))]
[JsonSerializable(typeof(DescribeEffectivePolicyResponse))]
internal sealed partial class OrganizationsJson : JsonSerializerContext;
