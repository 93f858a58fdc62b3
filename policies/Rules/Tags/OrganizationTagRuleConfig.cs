using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FinOps.Policies.Rules.Tags;

/// <summary>Configuration of the tag rules that can also judge by the tag policies of the AWS Organization.</summary>
public sealed record OrganizationTagRuleConfig : TagRuleConfig
{
    [Description("Path of the organization's tag policies, written by 'finops policy effective --fetch', or of a saved answer of DescribeEffectivePolicy; judged beside the standard")]
    [ReadableOrganizationPolicy]
    public string? OrganizationPolicy { get; init; }

    [Description("The account whose effective policy counts; a provider that names one account of the organization goes before it")]
    [RegularExpression("^[0-9]{12}$")]
    public string? Account { get; init; }
}
