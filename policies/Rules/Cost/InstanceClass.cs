using System.Collections.Immutable;
using Pulumi.Policy;
using Pulumi.Policy.Values;

namespace FinOps.Policies.Rules.Cost;

/// <summary>An instance type as EC2, RDS, ElastiCache and others write it: <c>m5.large</c>, <c>db.r6g.2xlarge</c>, <c>cache.t4g.micro</c>.</summary>
/// <param name="Name">As written.</param>
/// <param name="Family">Without the prefix of the service, for example <c>r6g</c>.</param>
/// <param name="Size">For example <c>2xlarge</c>.</param>
/// <param name="Path">Where it stands among the inputs.</param>
public sealed record InstanceClass(string Name, string Family, string Size, string Path)
{
    private static readonly string[] Prefixes = ["db.", "cache.", "ml.", "dax."];

    private static readonly Dictionary<string, string> Inputs = new(StringComparer.Ordinal)
    {
        ["aws:ec2/instance:Instance"] = "instanceType",
        ["aws:ec2/spotInstanceRequest:SpotInstanceRequest"] = "instanceType",
        ["aws:ec2/launchTemplate:LaunchTemplate"] = "instanceType",
        ["aws:ec2/launchConfiguration:LaunchConfiguration"] = "instanceType",
        ["aws:ec2/capacityReservation:CapacityReservation"] = "instanceType",
        ["aws:eks/nodeGroup:NodeGroup"] = "instanceTypes",
        ["aws:emr/instanceGroup:InstanceGroup"] = "instanceType",
        ["aws:sagemaker/notebookInstance:NotebookInstance"] = "instanceType",
        ["aws:rds/instance:Instance"] = "instanceClass",
        ["aws:rds/clusterInstance:ClusterInstance"] = "instanceClass",
        ["aws:docdb/clusterInstance:ClusterInstance"] = "instanceClass",
        ["aws:neptune/clusterInstance:ClusterInstance"] = "instanceClass",
        ["aws:elasticache/cluster:Cluster"] = "nodeType",
        ["aws:elasticache/replicationGroup:ReplicationGroup"] = "nodeType",
        ["aws:memorydb/cluster:Cluster"] = "nodeType",
        ["aws:redshift/cluster:Cluster"] = "nodeType",
        ["aws:dax/cluster:Cluster"] = "nodeType",
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
    public static IEnumerable<InstanceClass> Of(PolicyResource resource)
    {
        var input = resource.Properties[Inputs[resource.Type]];
        var values = input.Count > 0 ? input.Items() : [input];
        return values.Where(value => value.Exists).Select(Parse).OfType<InstanceClass>();
    }

    private static InstanceClass? Parse(PolicyValue value)
    {
        var name = value.AsString() ?? "";
        var bare = Prefixes.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) is { } found ? name[found.Length..] : name;
        var dot = bare.IndexOf('.', StringComparison.Ordinal);
        return dot <= 0 || dot == bare.Length - 1 ? null : new InstanceClass(name, bare[..dot], bare[(dot + 1)..], value.Path[1..]);
    }
}
