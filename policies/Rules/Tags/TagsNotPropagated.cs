using System.Collections.Immutable;
using FinOps.Policies.Model;
using FinOps.Policies.Tagging;
using Pulumi.Policy;
using Pulumi.Policy.Configuration;
using Pulumi.Policy.Values;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Tags;

/// <summary>TAG004: a resource that creates others hands its tags on to them.</summary>
public sealed class TagsNotPropagated(StandardSource standards) : ResourceRule
{
    private const string Group = "aws:autoscaling/group:Group";
    private const string LaunchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string Instance = "aws:ec2/instance:Instance";
    private const string Service = "aws:ecs/service:Service";
    private const string SpotRequest = "aws:ec2/spotInstanceRequest:SpotInstanceRequest";

    public override string Id => "TAG004";

    public override string Name => "tags-not-propagated";

    public override RuleCategory Category => RuleCategory.Ownership;

    public override PolicySeverity Severity => PolicySeverity.Medium;

    // What is created behind the resource is a smaller share of the cost, and existing stacks need time to follow.
    public override EnforcementLevel Level => EnforcementLevel.Advisory;

    public override string Title => "Tags reach everything that a resource creates";

    public override string Why =>
        "Instances of a group, volumes of an instance, tasks of a service and snapshots of a database are billed on their own. They carry tags " +
        "only if the resource that creates them is told to hand them on; otherwise their cost is unallocated although the stack is tagged.";

    public override string Fix => "Set the input that the message names.";

    public override PolicyConfigSchema ConfigSchema { get; } = PolicyConfigSchema.From<TagRuleConfig>();

    public override ImmutableArray<string> Types { get; } =
        [.. Propagation.ByType.Keys.Concat(TagsOfOthers.ByType.Keys).Distinct().Order(StringComparer.Ordinal), Group, LaunchTemplate, Instance, SpotRequest];

    public override RuleExamples Examples => new(
        Good:
        [
            new RuleExample("A group hands its tags on", Group, PropertyMap.Of(("tags", PropertyValue.Of([GroupTag("Team", true)])))),
            new RuleExample("A service hands its tags on", Service, PropertyMap.Of(("propagateTags", "SERVICE"), ("enableEcsManagedTags", true))),
            new RuleExample("A schedule that starts no task", "aws:scheduler/schedule:Schedule", PropertyMap.Of(("target", PropertyMap.Of(("arn", "arn:aws:lambda:eu-west-1:111122223333:function:report"))))),
            new RuleExample("Volumes of an instance", Instance, PropertyMap.Of(("volumeTags", Owned))),
            new RuleExample("A launch template", LaunchTemplate, PropertyMap.Of(("tagSpecifications", PropertyValue.Of([Specification("instance"), Specification("volume")])))),
        ],
        Bad:
        [
            new RuleExample("A group keeps a tag to itself", Group, PropertyMap.Of(("tags", PropertyValue.Of([GroupTag("Team", false)])))),
            new RuleExample("A service whose tasks are untagged", Service, PropertyMap.Of(("propagateTags", "NONE"))),
            new RuleExample("Snapshots of a database", "aws:rds/instance:Instance", PropertyMap.Of(("copyTagsToSnapshot", false))),
            new RuleExample("One replica of a table", "aws:dynamodb/table:Table", PropertyMap.Of(("replicas", PropertyValue.Of([PropertyMap.Of(("regionName", "eu-west-1"))])))),
            new RuleExample("Volumes of an instance", Instance, PropertyMap.Of(("tags", Owned))),
            new RuleExample("A second disk that has tags of its own but no owner", Instance, PropertyMap.Of(
                ("rootBlockDevice", PropertyMap.Of(("tags", Owned))), ("ebsBlockDevices", PropertyValue.Of([PropertyMap.Of(("tags", PropertyMap.Of(("Name", "data"))))])))),
            new RuleExample("Images of a recipe", "aws:imagebuilder/imageRecipe:ImageRecipe", PropertyMap.Of(("amiTags", PropertyMap.Of(("Name", "base"))))),
            new RuleExample("A copy of an object", "aws:s3/objectCopy:ObjectCopy", PropertyMap.Of(("tags", Owned), ("taggingDirective", "COPY"))),
            new RuleExample("A launch template without volumes", LaunchTemplate, PropertyMap.Of(("tagSpecifications", PropertyValue.Of([Specification("instance")])))),
        ]);

    private static PropertyMap Owned => PropertyMap.Of(
        ("Project", "checkout-api"), ("Team", "payments"), ("Environment", "prod"), ("CostCenter", "10417"), ("Owner", "payments@example.com"));

    public override void Evaluate(ResourceValidationArgs args, Action<Finding> report)
    {
        var resource = args.Resource;
        var required = standards.For(args.GetConfig<TagRuleConfig>().Standard).KeysFor(resource.Type).Where(key => key.Required).Select(key => key.Name).ToList();
        var findings = resource.Type switch
        {
            Group => GroupTags(resource, required),
            LaunchTemplate => LaunchTemplateTags(resource, required),
            Instance or SpotRequest => VolumeTags(resource, required),
            _ => Propagation.ByType.GetValueOrDefault(resource.Type, []).SelectMany(switches => Switch(resource.Properties, switches))
                .Concat(TagsOfOthers.ByType.GetValueOrDefault(resource.Type, []).SelectMany(tags => Maps(resource.Properties, tags, required)))
                .Concat(resource.Type == Service ? TaskVolumes(resource.Properties) : []),
        };
        foreach (var (message, marks) in findings)
        {
            report(new Finding($"{resource.Type} '{resource.Name}': {message}", [.. marks]));
        }
    }

    private static PropertyMap GroupTag(string key, bool propagate) => PropertyMap.Of(("key", key), ("value", "payments"), ("propagateAtLaunch", propagate));

    private static PropertyMap Specification(string type) => PropertyMap.Of(("resourceType", type), ("tags", Owned));

    private static IEnumerable<(string Message, IEnumerable<string> Marks)> GroupTags(PolicyResource resource, List<string> required) =>
        from tag in resource.Properties["tags"].Items()
        where tag["key"].AsString() is { } key && required.Contains(key) && tag["propagateAtLaunch"].AsBool() != true
        select ($"tag {tag["key"].AsString()} does not reach the instances; set propagateAtLaunch: true on it", Marks("instances", [tag["key"].AsString()!]));

    private static IEnumerable<(string Message, IEnumerable<string> Marks)> LaunchTemplateTags(PolicyResource template, List<string> required) =>
        from type in new[] { "instance", "volume" }
        let keys = template.Properties["tagSpecifications"].Items()
            .Where(specification => specification["resourceType"].AsString() == type)
            .SelectMany(specification => specification["tags"].Keys).ToHashSet(StringComparer.Ordinal)
        let missing = required.Where(key => !keys.Contains(key)).ToList()
        where missing.Count > 0
        select ($"{type}s from it lack {string.Join(", ", missing)}; add them to tagSpecifications with resourceType \"{type}\"", Marks($"{type}s", missing));

    /// <summary>Volumes take volumeTags, or else each the tags of its block device, and the provider's default tags; never those of the instance.</summary>
    private static IEnumerable<(string Message, IEnumerable<string> Marks)> VolumeTags(PolicyResource instance, List<string> required)
    {
        var all = (instance.Provider?.Property("defaultTags")["tags"].Keys ?? []).Concat(instance.Properties["volumeTags"].Keys).ToHashSet(StringComparer.Ordinal);
        var devices = instance.Properties["ebsBlockDevices"].Items().Append(instance.Properties["rootBlockDevice"]);
        var missing = required.Where(key => !all.Contains(key) && devices.Any(device => !device["tags"].Keys.Contains(key))).ToList();
        if (missing.Count > 0)
        {
            yield return ($"its volumes lack {string.Join(", ", missing)}; set volumeTags to the same tags", Marks("volumes", missing));
        }
    }

    private static IEnumerable<(string Message, IEnumerable<string> Marks)> Switch(PolicyValue inputs, Propagation wanted)
    {
        foreach (var value in InputPath.Read(inputs, wanted.Path))
        {
            var text = value.Raw?.Plain() is BoolValue flag ? (flag.Value ? "true" : "false") : value.AsString();
            if (text is null || !wanted.Wanted.Contains(text))
            {
                yield return ($"tags do not reach {wanted.Onto}; set {value.Path[1..]} to {string.Join(" or ", wanted.Wanted)}", [wanted.Path]);
            }
        }
    }

    private static IEnumerable<(string Message, IEnumerable<string> Marks)> Maps(PolicyValue inputs, TagsOfOthers tags, List<string> required)
    {
        foreach (var map in InputPath.Read(inputs, tags.Path).Where(map => map.Exists || !tags.WhereGiven))
        {
            var missing = required.Except(map.Keys).ToList();
            if (missing.Count > 0)
            {
                yield return ($"{tags.Onto} lack {string.Join(", ", missing)}; add them to {map.Path[1..]}", Marks(tags.Path, missing));
            }
        }
    }

    private static IEnumerable<(string Message, IEnumerable<string> Marks)> TaskVolumes(PolicyValue service)
    {
        var volume = service["volumeConfiguration"]["managedEbsVolume"];
        if (volume.Exists && volume["tagSpecifications"].Count == 0)
        {
            yield return ($"tags do not reach the volumes of its tasks; add tagSpecifications to {volume.Path[1..]}", ["managedEbsVolume.tagSpecifications"]);
        }
    }

    private static IEnumerable<string> Marks(string what, IEnumerable<string> keys) => keys.Select(key => $"{what} lack {key}");
}
