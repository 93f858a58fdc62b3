using System.ComponentModel;
using FinOps.Policies.Model;

namespace FinOps.Policies.Rules.Tags;

/// <summary>Configuration of every tag rule.</summary>
public record TagRuleConfig : RuleConfig
{
    [Description("Path of the tag standard to judge by; without it, the one beside the pack")]
    [ReadableStandard]
    public string? Standard { get; init; }
}
