using System.Collections.Immutable;
using FinOps.Policies.Model;
using FinOps.Policies.Tagging;
using Pulumi.Policy;
using Pulumi.Policy.Values;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Cost;

/// <summary>COST002: volumes are gp3 or io2, not gp2 or io1.</summary>
public sealed class PreviousGenerationVolume : ResourceRule
{
    private const string Volume = "aws:ebs/volume:Volume";
    private const string Instance = "aws:ec2/instance:Instance";
    private const string LaunchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string Database = "aws:rds/instance:Instance";
    private const string SearchDomain = "aws:opensearch/domain:Domain";

    /// <summary>Where each type names its volumes; <see cref="InputPath"/>.</summary>
    private static readonly Dictionary<string, string[]> Inputs = new(StringComparer.Ordinal)
    {
        [Volume] = ["type"],
        [Instance] = ["rootBlockDevice.volumeType", "ebsBlockDevices[].volumeType"],
        [LaunchTemplate] = ["blockDeviceMappings[].ebs.volumeType"],
        [Database] = ["storageType"],
        [SearchDomain] = ["ebsOptions.volumeType"],
        ["aws:ebs/volumeCopy:VolumeCopy"] = ["volumeType"],
        ["aws:ec2/launchConfiguration:LaunchConfiguration"] = ["rootBlockDevice.volumeType", "ebsBlockDevices[].volumeType"],
        ["aws:ec2/spotFleetRequest:SpotFleetRequest"] = ["launchSpecifications[].rootBlockDevices[].volumeType", "launchSpecifications[].ebsBlockDevices[].volumeType"],
        ["aws:ec2/spotInstanceRequest:SpotInstanceRequest"] = ["rootBlockDevice.volumeType", "ebsBlockDevices[].volumeType"],
        ["aws:ecs/service:Service"] = ["volumeConfiguration.managedEbsVolume.volumeType"],
        ["aws:elasticsearch/domain:Domain"] = ["ebsOptions.volumeType"],
        ["aws:imagebuilder/imageRecipe:ImageRecipe"] = ["blockDeviceMappings[].ebs.volumeType"],
        ["aws:rds/cluster:Cluster"] = ["storageType"],
    };

    public override string Id => "COST002";

    public override string Name => "previous-generation-volume";

    public override RuleCategory Category => RuleCategory.Cost;

    public override string Title => "Volumes are gp3 or io2";

    public override string Why =>
        "gp3 costs about a fifth less per GB than gp2 and has 3,000 IOPS whatever its size; io2 costs the same as io1 and lasts longer. A volume that says nothing is gp2.";

    public override string Fix => "Write gp3 for gp2 and io2 for io1. EBS changes the type in place, while the volume is in use.";

    public override bool Repairs => true;

    public override ImmutableArray<string> Types { get; } = [.. Inputs.Keys.Order(StringComparer.Ordinal)];

    public override RuleExamples Examples => new(
        Good:
        [
            new RuleExample("A gp3 volume", Volume, PropertyMap.Of(("type", "gp3"))),
            new RuleExample("An instance with a gp3 root", Instance, PropertyMap.Of(("rootBlockDevice", PropertyMap.Of(("volumeType", "gp3"))))),
            new RuleExample("A database on gp3", Database, PropertyMap.Of(("storageType", "gp3"))),
        ],
        Bad:
        [
            new RuleExample("A gp2 volume", Volume, PropertyMap.Of(("type", "gp2"))),
            new RuleExample("A volume that says nothing", Volume, PropertyMap.Of(("size", 100))),
            new RuleExample("A search domain", SearchDomain, PropertyMap.Of(("ebsOptions", PropertyMap.Of(("volumeType", "gp2"))))),
            new RuleExample("A second disk of an instance", Instance, PropertyMap.Of(("ebsBlockDevices", PropertyValue.Of([PropertyMap.Of(("volumeType", "io1"))])))),
            new RuleExample(
                "A disk of a launch template",
                LaunchTemplate,
                PropertyMap.Of(("blockDeviceMappings", PropertyValue.Of([PropertyMap.Of(("ebs", PropertyMap.Of(("volumeType", "gp2"))))])))),
        ]);

    public override void Evaluate(ResourceValidationArgs args, Action<Finding> report)
    {
        foreach (var input in Inputs[args.Resource.Type])
        {
            foreach (var type in InputPath.Read(args.Resource.Properties, input))
            {
                var (found, better) = Better(args.Resource.Type, type);
                if (better is not null)
                {
                    report(new Finding($"{args.Resource.Type} '{args.Resource.Name}': {type.Path[1..]} is {found}; write {better}.", $"{input} is {found}"));
                }
            }
        }
    }

    /// <summary>Mends volumes that stand alone: nobody else reads the type of a disk that exists by itself, and gp3 is never worse than gp2 of the same size up to 1 TB.</summary>
    public override PropertyMap? Repair(ResourceRemediationArgs args)
    {
        if (args.Resource.Type != Volume || (args.Inputs.Find("size")?.Unwrapped() is NumberValue { Value: > 1000 } && args.Inputs.Find("iops") is null))
        {
            return null;
        }

        return args.Resource.Properties["type"].AsString() is null or "gp2" ? args.Inputs.Set("type", "gp3") : null;
    }

    private static (string Found, string? Better) Better(string resourceType, PolicyValue type) => type.AsString() switch
    {
        "gp2" => ("gp2", "gp3"),
        "io1" => ("io1", "io2"),
        null when resourceType == Volume => ("not set, which means gp2", "gp3"),
        var other => (other ?? "", null),
    };
}
