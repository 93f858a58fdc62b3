using System.Collections.Immutable;
using System.ComponentModel;
using FinOps.Policies.Model;
using Pulumi.Policy;
using Pulumi.Policy.Configuration;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Cost;

/// <summary>COST007: instance families are ones that commitments are bought for.</summary>
public sealed class InstanceFamilyNotAllowed : ResourceRule
{
    public override string Id => "COST007";

    public override string Name => "instance-family-not-allowed";

    public override RuleCategory Category => RuleCategory.Cost;

    public override string Title => "Instance families are on the allow-list";

    public override string Why => "Savings Plans and reservations pay off when everybody draws on few families. A family of its own is paid at the full on-demand price.";

    public override string Fix => "Take a family of the list, or have the list extended in the pack's configuration by those who buy the commitments.";

    public override PolicyConfigSchema ConfigSchema { get; } = PolicyConfigSchema.From<Settings>();

    public override ImmutableArray<string> Types => InstanceClass.Types;

    public override RuleExamples Examples => new(
        Good: [new RuleExample("A family of the list", "aws:ec2/instance:Instance", PropertyMap.Of(("instanceType", "t4g.small")))],
        Bad: [new RuleExample("A family that nobody else uses", "aws:ec2/instance:Instance", PropertyMap.Of(("instanceType", "u-6tb1.112xlarge")))]);

    public override void Evaluate(ResourceValidationArgs args, Action<Finding> report)
    {
        var allowed = args.GetConfig<Settings>().Families;
        foreach (var type in InstanceClass.Of(args.Resource).Where(type => !allowed.Any(family => Matches(family, type.Family))))
        {
            report(new Finding($"{args.Resource.Type} '{args.Resource.Name}': {type.Path} is {type.Name}; family {type.Family} is not on the list ({string.Join(", ", allowed)}).", $"{type.Input} of family {type.Family}"));
        }
    }

    /// <summary>An entry that ends in * stands for every family that begins like it.</summary>
    private static bool Matches(string entry, string family) =>
        entry.EndsWith('*') ? family.StartsWith(entry[..^1], StringComparison.Ordinal) : entry == family;

    /// <summary>Configuration of the rule.</summary>
    public sealed record Settings : RuleConfig
    {
        [Description("Families without size; a trailing * stands for any ending")]
        public IReadOnlyList<string> Families { get; init; } = ["t3*", "t4g", "m5*", "m6*", "m7*", "m8*", "c5*", "c6*", "c7*", "c8*", "r5*", "r6*", "r7*", "r8*", "i4*", "ra3"];
    }
}
