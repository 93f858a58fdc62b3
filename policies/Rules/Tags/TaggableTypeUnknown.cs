using FinOps.Policies.Model;
using FinOps.Policies.Tagging;
using Pulumi.Policy;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Tags;

/// <summary>TAG006: a type that takes tags is one that the pack knows, because the other rules pass by what it does not know.</summary>
public sealed class TaggableTypeUnknown : ResourceRule
{
    public override string Id => "TAG006";

    public override string Name => "taggable-type-unknown";

    public override RuleCategory Category => RuleCategory.Upkeep;

    public override string Title => "The pack knows every taggable type that is used";

    public override string Why =>
        "The list of taggable types is made from one version of the AWS provider. A newer provider has types that are not in it, and the tag " +
        "rules do not judge what they do not know.";

    public override string Fix =>
        "Write the list anew from the schema of the provider in use with eng/SchemaTool, and build the pack again.";

    public override RuleExamples Examples => new(
        Good: [new RuleExample("A type of the list", "aws:s3/bucket:Bucket", PropertyMap.Of(("tags", PropertyMap.Empty)))],
        Bad: [new RuleExample("A type that is newer than the list", "aws:future/service:Service", PropertyMap.Of(("tags", PropertyMap.Of(("Team", "payments")))))]);

    public override string? NotApplicableTo(string type) => type.StartsWith("aws:", StringComparison.Ordinal) ? null : "not a type of the AWS provider";

    public override void Evaluate(ResourceValidationArgs args, Action<Finding> report)
    {
        if (TaggableTypes.ShapeOf(args.Resource.Type) is not null || args.Resource.Properties.Raw is not ObjectValue { Map: var inputs })
        {
            return;
        }

        if (inputs.ContainsKey("tags") || inputs.ContainsKey("tagsAll"))
        {
            report(new Finding($"{args.Resource.Type} has tags, and the list made from {TaggableTypes.Source} does not have it; no tag rule has judged '{args.Resource.Name}'.", "unknown type"));
        }
    }
}
