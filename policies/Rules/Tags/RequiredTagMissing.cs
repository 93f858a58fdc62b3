using FinOps.Core.Tagging;
using FinOps.Policies.Model;
using FinOps.Policies.Tagging;
using Pulumi.Policy;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Tags;

/// <summary>TAG001: a taggable resource carries every key that the standard requires for its type.</summary>
public sealed class RequiredTagMissing(StandardSource standards) : OrganizationTagRule(standards)
{
    public override string Id => "TAG001";

    public override string Name => "required-tag-missing";

    public override RuleCategory Category => RuleCategory.Ownership;

    public override string Title => "Every taggable resource carries the tags that the standard requires";

    public override string Why =>
        "A resource without these tags has no owner: its cost lands in the unallocated share, and nobody is asked when it grows. Tags cannot " +
        "be added to the past; Cost Explorer shows them from the day they are there.";

    public override string Fix =>
        "Add the missing keys with values from tag-standard.yaml, or set them once for all resources in the provider's defaultTags.";

    public override RuleExamples Examples => new(
        Good:
        [
            new RuleExample("All keys on the resource", "aws:s3/bucket:Bucket", PropertyMap.Of(("tags", Complete))),
            new RuleExample("Some keys from the provider's default tags", "aws:sqs/queue:Queue", PropertyMap.Of(("tags", PropertyMap.Of(("Project", "checkout-api")))))
            {
                Provider = PropertyMap.Of(("defaultTags", """{"tags":{"Team":"payments","Environment":"prod","CostCenter":"10417","Owner":"payments@example.com"}}""")),
            },
            new RuleExample("A value that only the update will tell", "aws:ec2/instance:Instance", PropertyMap.Of(("tags", Complete.Set("Project", PropertyValue.Unknown)))),
        ],
        Bad:
        [
            new RuleExample("No tags at all", "aws:s3/bucket:Bucket", PropertyMap.Empty),
            new RuleExample("One key missing", "aws:lambda/function:Function", PropertyMap.Of(("tags", Complete.Remove("CostCenter")))),
            new RuleExample("The right key in another casing is another key", "aws:rds/instance:Instance", PropertyMap.Of(("tags", Complete.Remove("Team").Set("team", "payments")))),
            new RuleExample(
                "An Auto Scaling group lists its tags",
                "aws:autoscaling/group:Group",
                PropertyMap.Of(("tags", PropertyValue.Of([PropertyMap.Of(("key", "Team"), ("value", "payments"), ("propagateAtLaunch", true))])))),
        ]);

    public override bool Repairs => true;

    private static PropertyMap Complete => PropertyMap.Of(
        ("Project", "checkout-api"), ("Team", "payments"), ("Environment", "prod"), ("CostCenter", "10417"), ("Owner", "payments@example.com"));

    /// <summary>Fills in the keys whose values the stack or the standard knows; a key that is there under another spelling is TAG003's.</summary>
    public override PropertyMap? Repair(ResourceRemediationArgs args)
    {
        var shape = TaggableTypes.ShapeOf(args.Resource.Type);
        var own = args.Inputs.Find("tags")?.Unwrapped();
        if (shape is not (TagShape.Map or TagShape.GroupTags) || own is UnknownValue or OutputValue)
        {
            return null;
        }

        var standard = Standards.For(args.GetConfig<OrganizationTagRuleConfig>().Standard);
        var tags = ResourceTags.Read(args.Resource, shape.Value);
        if (tags.UnknownPath is not null)
        {
            return null;
        }

        var known = StackTags.Of(args.Stack, standard);
        var missing = standard.Judge(args.Resource.Type, tags.Known)
            .Where(finding => finding is { Kind: TagFindingKind.MissingKey, FoundKey: null } && known.ContainsKey(finding.Key))
            .Where(finding => standard.Key(finding.Key)!.Judge(known[finding.Key], tags.Known) is null)
            .Select(finding => (finding.Key, Value: (PropertyValue)known[finding.Key])).ToList();
        PropertyValue repaired = shape == TagShape.Map
            ? ((own as ObjectValue)?.Map ?? PropertyMap.Empty).SetAll(missing.Select(tag => KeyValuePair.Create(tag.Key, tag.Value)))
            : PropertyValue.Of(((own as ListValue)?.Items ?? []).Concat(missing.Select(tag =>
                PropertyValue.Of(PropertyMap.Of(("key", tag.Key), ("value", tag.Value), ("propagateAtLaunch", true))))));
        return missing.Count == 0 ? null : args.Inputs.Set("tags", repaired);
    }

    protected override void Judge(TagTarget target, Action<Finding> report)
    {
        var missing = target.Findings.Where(finding => IsAbout(finding.Kind)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        // The missing keys may be in the part that is not known yet. Reading it ends the rule with an advisory that names the property.
        _ = target.Tags.UnknownPath?.AsMap();

        var lines = missing.Select(finding => finding.FoundKey is { } found
            ? $"  {finding.Key}: '{found}' is there; AWS tells casing and spelling apart, so write {finding.Key}"
            : $"  {finding.Key}: {finding.Allowed}");
        var keys = missing.Select(finding => target.Standard.Key(finding.Key)!).ToList();
        report(new Finding($"""
            {target.Resource.Type} '{target.Resource.Name}' lacks {Count(missing.Count)}: {string.Join(", ", missing.Select(finding => finding.Key))}
            {string.Join("\n", lines)}
            Add to its arguments:
            {TagSnippet.Write(keys, target.Shape)}
            or set them for all resources in the provider's defaultTags.
            """, [.. missing.Select(finding => $"missing {finding.Key}")]));
    }

    private static string Count(int missing) => missing == 1 ? "a required tag" : $"{missing} required tags";
}
