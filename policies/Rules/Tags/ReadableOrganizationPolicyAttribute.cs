using FinOps.Policies.Tagging;

namespace FinOps.Policies.Rules.Tags;

/// <summary>The path of the Organization's tag policies, which must have one for the account that stands beside it.</summary>
internal sealed class ReadableOrganizationPolicyAttribute : ReadableFileAttribute
{
    protected override void Read(string path, object config) => OrganizationPolicySource.At(path).For([], ((OrganizationTagRuleConfig)config).Account);
}
