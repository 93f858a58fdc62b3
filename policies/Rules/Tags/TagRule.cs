using System.Runtime.CompilerServices;
using FinOps.Core.Tagging;
using FinOps.Policies.Model;
using FinOps.Policies.Tagging;
using Pulumi.Policy;
using Pulumi.Policy.Configuration;

namespace FinOps.Policies.Rules.Tags;

/// <summary>A rule about the tags of one resource.</summary>
public abstract class TagRule(StandardSource standards) : ResourceRule
{
    /// <summary>All tag rules judge the same resource one after another; its tags are read and judged once.</summary>
    private static readonly ConditionalWeakTable<PolicyResource, TagTarget> Targets = [];

    public override PolicyConfigSchema ConfigSchema { get; } = PolicyConfigSchema.From<TagRuleConfig>();

    private protected virtual TagRuleConfig Config(ResourceValidationArgs args) => args.GetConfig<TagRuleConfig>();

    protected StandardSource Standards => standards;

    public override string? NotApplicableTo(string type) => TaggableTypes.ShapeOf(type) switch
    {
        null => $"{type} cannot be tagged",
        TagShape.Selector => $"the tags of {type} select other resources",
        _ => null,
    };

    public sealed override void Evaluate(ResourceValidationArgs args, Action<Finding> report)
    {
        var standard = standards.For(Config(args).Standard);
        if (!Targets.TryGetValue(args.Resource, out var target) || !ReferenceEquals(target.Standard, standard))
        {
            var shape = TaggableTypes.ShapeOf(args.Resource.Type)!.Value;
            var tags = ResourceTags.Read(args.Resource, shape);
            target = new TagTarget(args.Resource, shape, tags, standard, standard.Judge(args.Resource.Type, tags.Known));
            Targets.AddOrUpdate(args.Resource, target);
        }

        Judge(target, report);
        JudgeFurther(args, target, report);
    }

    /// <summary>What judges the same tags by something else than the standard.</summary>
    private protected virtual void JudgeFurther(ResourceValidationArgs args, TagTarget target, Action<Finding> report)
    {
    }

    protected abstract void Judge(TagTarget target, Action<Finding> report);

    /// <summary>Which findings this rule tells; each kind belongs to one rule.</summary>
    private protected bool IsAbout(TagFindingKind kind) => TagFindingRules.Of(kind) == Id;
}
