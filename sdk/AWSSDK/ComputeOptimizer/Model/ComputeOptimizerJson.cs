using System.Text.Json.Serialization;
using Amazon.Common;

namespace Amazon.ComputeOptimizer.Model;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter), typeof(BlobConverter)])]
[JsonSerializable(typeof(GetEnrollmentStatusRequest))]
[JsonSerializable(typeof(GetEnrollmentStatusResponse))]
[JsonSerializable(typeof(GetEC2InstanceRecommendationsRequest))]
[JsonSerializable(typeof(GetEC2InstanceRecommendationsResponse))]
[JsonSerializable(typeof(GetEBSVolumeRecommendationsRequest))]
[JsonSerializable(typeof(GetEBSVolumeRecommendationsResponse))]
[JsonSerializable(typeof(GetLambdaFunctionRecommendationsRequest))]
[JsonSerializable(typeof(GetLambdaFunctionRecommendationsResponse))]
[JsonSerializable(typeof(GetRDSDatabaseRecommendationsRequest))]
[JsonSerializable(typeof(GetRDSDatabaseRecommendationsResponse))]
[JsonSerializable(typeof(GetAutoScalingGroupRecommendationsRequest))]
[JsonSerializable(typeof(GetAutoScalingGroupRecommendationsResponse))]
[JsonSerializable(typeof(GetIdleRecommendationsRequest))]
[JsonSerializable(typeof(GetIdleRecommendationsResponse))]
internal sealed partial class ComputeOptimizerJson : JsonSerializerContext;
