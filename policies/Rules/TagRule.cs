using FinOps.Policies.Model;
using FinOps.Policies.Tagging;
using Pulumi.Policy;
using Pulumi.Policy.Configuration;

namespace FinOps.Policies.Rules;

/// <summary>A rule about the tags of one resource.</summary>
public abstract class TagRule(StandardSource standards) : Rule
{
    public override PolicyConfigSchema? ConfigSchema { get; } = PolicyConfigSchema.From<TagRuleConfig>();

    public sealed override void Evaluate(ResourceValidationArgs args, Action<string> report)
    {
        var shape = TaggableTypes.ShapeOf(args.Resource.Type);
        switch (shape)
        {
            case null:
                args.NotApplicable($"{args.Resource.Type} cannot be tagged");
                break;
            case TagShape.Selector:
                args.NotApplicable($"the tags of {args.Resource.Type} select other resources");
                break;
            default:
                var standard = standards.For(args.GetConfig<TagRuleConfig>().Standard);
                var tags = ResourceTags.Read(args.Resource, shape.Value);
                Judge(new TagTarget(args.Resource, shape.Value, tags, standard, standard.Judge(args.Resource.Type, tags.Known)), report);
                break;
        }
    }

    protected abstract void Judge(TagTarget target, Action<string> report);
}
