using System.Collections.Immutable;
using System.ComponentModel;
using FinOps.Core.Tagging;
using FinOps.Policies.Model;
using FinOps.Policies.Waivers;
using Pulumi.Policy;
using Pulumi.Policy.Configuration;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Cost;

/// <summary>COST012: GPU, accelerator and bare-metal machines only where somebody has agreed to them.</summary>
public sealed class AcceleratedInstanceRestricted : ResourceRule
{
    public override string Id => "COST012";

    public override string Name => "accelerated-instance-restricted";

    public override RuleCategory Category => RuleCategory.Cost;

    public override PolicySeverity Severity => PolicySeverity.High;

    public override EnforcementLevel Level => EnforcementLevel.Mandatory;

    public override string Title => "GPU and metal machines run only in the accounts and stacks that may have them";

    public override string Why => "One such machine costs from thousands to tens of thousands of dollars a month. Most of the bills that shock somebody begin with one that was forgotten.";

    public override string Fix => "Ask for the account or stack to be added to the pack's configuration, or take another machine.";

    public override PolicyConfigSchema ConfigSchema { get; } = PolicyConfigSchema.From<Settings>();

    public override ImmutableArray<string> Types => InstanceClass.Types;

    public override RuleExamples Examples => new(
        Good: [new RuleExample("An ordinary machine", "aws:ec2/instance:Instance", PropertyMap.Of(("instanceType", "m7g.large")))],
        Bad:
        [
            new RuleExample("A GPU", "aws:ec2/instance:Instance", PropertyMap.Of(("instanceType", "p5.48xlarge"))),
            new RuleExample("Bare metal", "aws:ec2/instance:Instance", PropertyMap.Of(("instanceType", "m7i.metal-24xl"))),
            new RuleExample(
                "A GPU among the choices of a group",
                "aws:autoscaling/group:Group",
                PropertyMap.Of(("mixedInstancesPolicy", PropertyMap.Of(("launchTemplate", PropertyMap.Of(("overrides", PropertyValue.Of([PropertyMap.Of(("instanceType", "g6.xlarge"))])))))))),
            new RuleExample("An accelerated notebook", "aws:sagemaker/notebookInstance:NotebookInstance", PropertyMap.Of(("instanceType", "ml.g5.xlarge"))),
        ]);

    public override void Evaluate(ResourceValidationArgs args, Action<Finding> report)
    {
        var settings = args.GetConfig<Settings>();
        var stack = $"{args.Stack.Project}/{args.Stack.Name}";
        if (settings.Stacks.Any(glob => new TypeGlob(glob).Matches(stack)) || ProviderAccounts.Of(args.Resource).Any(settings.Accounts.Contains))
        {
            return;
        }

        foreach (var type in InstanceClass.Of(args.Resource).Where(type => type.IsAccelerated || type.IsMetal))
        {
            report(new Finding($"{args.Resource.Type} '{args.Resource.Name}': {type.Path} is {type.Name}, {(type.IsMetal ? "bare metal" : "an accelerated machine")}; stack {stack} is not among those that may have one.", $"{type.Input} = {type.Name}"));
        }
    }

    /// <summary>Configuration of the rule.</summary>
    public sealed record Settings : RuleConfig
    {
        [Description("Account ids that may have them")]
        public IReadOnlyList<string> Accounts { get; init; } = [];

        [Description("Stacks that may have them, as project/stack; * is any text")]
        public IReadOnlyList<string> Stacks { get; init; } = [];
    }
}
