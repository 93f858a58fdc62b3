using System.Collections.Immutable;
using Pulumi.Policy;
using Pulumi.Policy.Values;

namespace FinOps.Policies.Rules.Cost;

/// <summary>An instance type as EC2, RDS, ElastiCache and others write it: <c>m5.large</c>, <c>db.r6g.2xlarge</c>, <c>cache.t4g.micro</c>.</summary>
/// <param name="Name">As written.</param>
/// <param name="Family">Without the prefix of the service, for example <c>r6g</c>.</param>
/// <param name="Size">For example <c>2xlarge</c>.</param>
/// <param name="Path">Where it stands among the inputs, for example <c>instanceTypes[1]</c>.</param>
/// <param name="Input">The same without positions: <c>instanceTypes[]</c>.</param>
public sealed record InstanceClass(string Name, string Family, string Size, string Path, string Input)
{
    private static readonly string[] Prefixes = ["db.", "cache.", "ml.", "dax.", "dms.", "mq.", "kafka."];
    private static readonly string[] Suffixes = [".search", ".elasticsearch"];


    /// <summary>Where each type names its machines; <see cref="InputPath"/>.</summary>
    private static readonly Dictionary<string, string[]> Inputs = new(StringComparer.Ordinal)
    {
        ["aws:autoscaling/group:Group"] = ["mixedInstancesPolicy.launchTemplate.overrides[].instanceType"],
        ["aws:batch/computeEnvironment:ComputeEnvironment"] = ["computeResources.instanceTypes[]"],
        ["aws:dax/cluster:Cluster"] = ["nodeType"],
        ["aws:dms/replicationInstance:ReplicationInstance"] = ["replicationInstanceClass"],
        ["aws:docdb/clusterInstance:ClusterInstance"] = ["instanceClass"],
        ["aws:ec2/capacityReservation:CapacityReservation"] = ["instanceType"],
        ["aws:ec2/dedicatedHost:DedicatedHost"] = ["instanceType"],
        ["aws:ec2/fleet:Fleet"] = ["launchTemplateConfigs[].overrides[].instanceType"],
        ["aws:ec2/instance:Instance"] = ["instanceType"],
        ["aws:ec2/launchConfiguration:LaunchConfiguration"] = ["instanceType"],
        ["aws:ec2/launchTemplate:LaunchTemplate"] = ["instanceType"],
        ["aws:ec2/spotFleetRequest:SpotFleetRequest"] = ["launchSpecifications[].instanceType", "launchTemplateConfigs[].overrides[].instanceType"],
        ["aws:ec2/spotInstanceRequest:SpotInstanceRequest"] = ["instanceType"],
        ["aws:eks/nodeGroup:NodeGroup"] = ["instanceTypes[]"],
        ["aws:elasticache/cluster:Cluster"] = ["nodeType"],
        ["aws:elasticache/replicationGroup:ReplicationGroup"] = ["nodeType"],
        ["aws:elasticsearch/domain:Domain"] = ["clusterConfig.instanceType", "clusterConfig.dedicatedMasterType"],
        ["aws:emr/cluster:Cluster"] =
        [
            "masterInstanceGroup.instanceType", "coreInstanceGroup.instanceType",
            "masterInstanceFleet.instanceTypeConfigs[].instanceType", "coreInstanceFleet.instanceTypeConfigs[].instanceType",
        ],
        ["aws:emr/instanceFleet:InstanceFleet"] = ["instanceTypeConfigs[].instanceType"],
        ["aws:emr/instanceGroup:InstanceGroup"] = ["instanceType"],
        ["aws:gamelift/fleet:Fleet"] = ["ec2InstanceType"],
        ["aws:memorydb/cluster:Cluster"] = ["nodeType"],
        ["aws:mq/broker:Broker"] = ["hostInstanceType"],
        ["aws:msk/cluster:Cluster"] = ["brokerNodeGroupInfo.instanceType"],
        ["aws:neptune/clusterInstance:ClusterInstance"] = ["instanceClass"],
        ["aws:opensearch/domain:Domain"] = ["clusterConfig.instanceType", "clusterConfig.dedicatedMasterType"],
        ["aws:rds/cluster:Cluster"] = ["dbClusterInstanceClass"],
        ["aws:rds/clusterInstance:ClusterInstance"] = ["instanceClass"],
        ["aws:rds/instance:Instance"] = ["instanceClass"],
        ["aws:redshift/cluster:Cluster"] = ["nodeType"],
        ["aws:sagemaker/app:App"] = ["resourceSpec.instanceType"],
        ["aws:sagemaker/endpointConfiguration:EndpointConfiguration"] = ["productionVariants[].instanceType", "shadowProductionVariants[].instanceType"],
        ["aws:sagemaker/notebookInstance:NotebookInstance"] = ["instanceType"],
        ["aws:sagemaker/trainingJob:TrainingJob"] = ["resourceConfig.instanceType", "resourceConfig.instanceGroups[].instanceType"],
    };

    /// <summary>Types that have an instance type among their inputs.</summary>
    public static ImmutableArray<string> Types { get; } = [.. Inputs.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The number of vCPU doublings above <c>large</c>; below zero for smaller sizes, null for metal and words of a service's own.</summary>
    public int? Steps => Size switch
    {
        "nano" => -4,
        "micro" => -3,
        "small" => -2,
        "medium" => -1,
        "large" => 0,
        "xlarge" => 1,
        _ when Size.EndsWith("xlarge", StringComparison.Ordinal) && int.TryParse(Size.AsSpan(0, Size.Length - 6), out var times) && times > 0 => 1 + (int)Math.Ceiling(Math.Log2(times)),
        _ => null,
    };

    /// <summary>GPUs, accelerators and FPGAs: P, G, Inf, Trn, DL, F and VT families.</summary>
    public bool IsAccelerated => Family.Length > 1
        && (Family.StartsWith("inf", StringComparison.Ordinal) || Family.StartsWith("trn", StringComparison.Ordinal) || Family.StartsWith("dl", StringComparison.Ordinal)
            || Family.StartsWith("vt", StringComparison.Ordinal) || (Family[0] is 'p' or 'g' or 'f' && char.IsAsciiDigit(Family[1])));

    public bool IsMetal => Size.StartsWith("metal", StringComparison.Ordinal);

    /// <summary>The instance types of a resource; values that are not of the form family.size are left out.</summary>
    public static IEnumerable<InstanceClass> Of(PolicyResource resource) =>
        from input in Inputs[resource.Type]
        from value in InputPath.Read(resource.Properties, input)
        where value.Exists
        let type = Parse(value, input)
        where type is not null
        select type;

    /// <summary>For example <c>db.r6g.2xlarge</c> and <c>m6g.large.search</c>.</summary>
    private static InstanceClass? Parse(PolicyValue value, string input)
    {
        var name = value.AsString() ?? "";
        var bare = Prefixes.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) is { } before ? name[before.Length..] : name;
        bare = Suffixes.FirstOrDefault(suffix => bare.EndsWith(suffix, StringComparison.Ordinal)) is { } after ? bare[..^after.Length] : bare;
        var dot = bare.IndexOf('.', StringComparison.Ordinal);
        return dot <= 0 || dot == bare.Length - 1 ? null : new InstanceClass(name, bare[..dot], bare[(dot + 1)..], value.Path[1..], input);
    }
}
