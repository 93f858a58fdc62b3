using System.Collections.Frozen;
using System.Collections.Immutable;
using FinOps.Policies.Model;
using Pulumi.Policy;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Cost;

/// <summary>COST001: no instance, node or database of a family that a newer one does the same work for less.</summary>
public sealed class PreviousGenerationClass : ResourceRule
{
    /// <summary>Superseded families and what to look at instead (x86 first, then Graviton).</summary>
    private static readonly FrozenDictionary<string, string> Successors = new Dictionary<string, string>
    {
        ["t1"] = "t3 or t4g", ["t2"] = "t3 or t4g", ["m1"] = "m7i or m7g", ["m2"] = "r7i or r7g", ["m3"] = "m7i or m7g", ["m4"] = "m7i or m7g",
        ["a1"] = "m7g or c7g", ["c1"] = "c7i or c7g", ["c3"] = "c7i or c7g", ["c4"] = "c7i or c7g", ["cc2"] = "c7i", ["r3"] = "r7i or r7g", ["r4"] = "r7i or r7g", ["cr1"] = "r7i or r7g",
        ["i2"] = "i4i or i4g", ["hs1"] = "d3", ["d2"] = "d3", ["h1"] = "d3", ["g2"] = "g6", ["g3"] = "g6", ["p2"] = "p5 or g6", ["x1"] = "x2idn", ["x1e"] = "x2iedn",
        ["dc1"] = "ra3", ["dc2"] = "ra3", ["ds1"] = "ra3", ["ds2"] = "ra3",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public override string Id => "COST001";

    public override string Name => "previous-generation-class";

    public override RuleCategory Category => RuleCategory.Cost;

    public override string Title => "Instances and databases are of a current generation";

    public override string Why =>
        "A newer family does the same work for less: more per vCPU, often a lower price as well, and newer Savings Plans and Graviton discounts apply.";

    public override string Fix => "Move to the family that the message names; test an Arm family (g) first where the software allows it.";

    public override ImmutableArray<string> Types => InstanceClass.Types;

    public override RuleExamples Examples => new(
        Good:
        [
            new RuleExample("A current instance", "aws:ec2/instance:Instance", PropertyMap.Of(("instanceType", "m7g.large"))),
            new RuleExample("A serverless database", "aws:rds/clusterInstance:ClusterInstance", PropertyMap.Of(("instanceClass", "db.serverless"))),
        ],
        Bad:
        [
            new RuleExample("An old instance", "aws:ec2/instance:Instance", PropertyMap.Of(("instanceType", "m4.large"))),
            new RuleExample("An old database class", "aws:rds/instance:Instance", PropertyMap.Of(("instanceClass", "db.t2.medium"))),
            new RuleExample("An old search node", "aws:opensearch/domain:Domain", PropertyMap.Of(("clusterConfig", PropertyMap.Of(("instanceType", "m4.large.search"))))),
            new RuleExample("One of several", "aws:eks/nodeGroup:NodeGroup", PropertyMap.Of(("instanceTypes", PropertyValue.Of(["m7i.large", "c4.large"])))),
        ]);

    public override void Evaluate(ResourceValidationArgs args, Action<Finding> report)
    {
        foreach (var type in InstanceClass.Of(args.Resource))
        {
            if (Successors.TryGetValue(type.Family, out var successor))
            {
                report(new Finding($"{args.Resource.Type} '{args.Resource.Name}': {type.Path} is {type.Name}, of the superseded family {type.Family}; use {successor}.", $"{type.Input} of family {type.Family}"));
            }
        }
    }
}
