using FinOps.Core.Tagging;
using FinOps.Core.TagPolicies;
using FinOps.Policies.Model;
using FinOps.Policies.Tagging;
using FinOps.Policies.Waivers;
using Pulumi.Policy;
using Pulumi.Policy.Configuration;

namespace FinOps.Policies.Rules.Tags;

/// <summary>
/// A tag rule that judges by the standard and, where a file of the Organization's tag policies is configured, by those as well. Beside the
/// standard and not in its place: tag policies know neither patterns nor conditions, and what the standard takes and the Organization
/// does not fails at the API, in the middle of a deployment.
/// </summary>
public abstract class OrganizationTagRule(StandardSource standards) : TagRule(standards)
{
    public override PolicyConfigSchema ConfigSchema { get; } = PolicyConfigSchema.From<OrganizationTagRuleConfig>();

    private protected override TagRuleConfig Config(ResourceValidationArgs args) => args.GetConfig<OrganizationTagRuleConfig>();

    private protected override void JudgeFurther(ResourceValidationArgs args, TagTarget target, Action<Finding> report)
    {
        var config = args.GetConfig<OrganizationTagRuleConfig>();
        if (config.OrganizationPolicy is not { } path)
        {
            return;
        }

        var policy = OrganizationPolicySource.At(path).For(ProviderAccounts.Of(target.Resource), config.Account);
        var findings = EffectiveTagJudge.Judge(policy, target.Resource.Type, target.Tags.Known).Where(finding => IsAbout(finding.Finding.Kind)).ToList();
        if (findings.Count == 0)
        {
            return;
        }

        if (IsAbout(TagFindingKind.MissingKey))
        {
            // The missing keys may be in the part that is not known yet. Reading it ends the rule with an advisory that names the property.
            _ = target.Tags.UnknownPath?.AsMap();
        }

        report(new Finding($"""
            {target.Resource.Type} '{target.Resource.Name}' breaks the tag policies of the Organization{(policy.AccountId is { } account ? $" for account {account}" : "")}:
            {string.Join("\n", findings.Select(finding => $"  {finding}"))}
            """, [.. findings.Select(finding => $"organization: {Mark(finding.Finding)}")]));
    }
    private static string Mark(TagFinding finding) => finding.Kind is TagFindingKind.MissingKey ? $"missing {finding.Key}" : $"{finding.FoundKey ?? finding.Key} = {finding.FoundValue}";
}
