using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.ComputeOptimizer;

[JsonConverter(typeof(ConstantConverter<IdleRecommendationResourceType>))]
public class IdleRecommendationResourceType(string value) : ConstantClass(value), IConstant<IdleRecommendationResourceType>
{
    public static readonly IdleRecommendationResourceType EC2Instance = new("EC2Instance");
    public static readonly IdleRecommendationResourceType AutoScalingGroup = new("AutoScalingGroup");
    public static readonly IdleRecommendationResourceType EBSVolume = new("EBSVolume");
    public static readonly IdleRecommendationResourceType ECSService = new("ECSService");
    public static readonly IdleRecommendationResourceType RDSDBInstance = new("RDSDBInstance");
    public static readonly IdleRecommendationResourceType NatGateway = new("NatGateway");
    public static readonly IdleRecommendationResourceType DynamoDBTable = new("DynamoDBTable");
    public static readonly IdleRecommendationResourceType ElastiCacheCluster = new("ElastiCacheCluster");
    public static readonly IdleRecommendationResourceType MemoryDBCluster = new("MemoryDBCluster");
    public static readonly IdleRecommendationResourceType DocumentDBCluster = new("DocumentDBCluster");
    public static readonly IdleRecommendationResourceType WorkSpaces = new("WorkSpaces");
    public static readonly IdleRecommendationResourceType SageMakerEndpoint = new("SageMakerEndpoint");

    public static IdleRecommendationResourceType FindValue(string value) => new(value);

    static IdleRecommendationResourceType IConstant<IdleRecommendationResourceType>.Of(string value) => new(value);

    public static implicit operator IdleRecommendationResourceType(string value) => value is null ? null! : new(value);
}
