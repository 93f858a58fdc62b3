namespace FinOps.Functions.Optimization.Gathering;

/// <summary>One name for what each source calls otherwise: <c>Ec2Instance</c> at Cost Optimization Hub, <c>EC2Instance</c> at Compute Optimizer.</summary>
internal static class ResourceTypes
{
    public const string Instance = "ec2:instance";
    public const string Volume = "ec2:volume";
    public const string Function = "lambda:function";
    public const string Database = "rds:db";
    public const string DatabaseStorage = "rds:db-storage";
    public const string Group = "autoscaling:group";

    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Ec2Instance"] = Instance,
        ["EbsVolume"] = Volume,
        ["LambdaFunction"] = Function,
        ["EcsService"] = "ecs:service",
        ["Ec2AutoScalingGroup"] = Group,
        ["AutoScalingGroup"] = Group,
        ["RdsDbInstance"] = Database,
        ["RdsDbInstanceStorage"] = DatabaseStorage,
        ["AuroraDbClusterStorage"] = "rds:cluster-storage",
        ["NatGateway"] = "ec2:natgateway",
        ["DynamoDBTable"] = "dynamodb:table",
        ["ElastiCacheCluster"] = "elasticache:cluster",
        ["MemoryDBCluster"] = "memorydb:cluster",
        ["DocumentDBCluster"] = "docdb:cluster",
        ["WorkSpaces"] = "workspaces:workspace",
        ["SageMakerEndpoint"] = "sagemaker:endpoint",
    };

    /// <summary>The source's own word for what has no other.</summary>
    public static string Of(string? word) => word is { Length: > 0 } ? Names.GetValueOrDefault(word, word) : "unknown";
}
