using FinOps.Core.Governance.ConfigRules;
using FinOps.Core.Governance.Guardrails;
using Pulumi;
using Pulumi.Aws.Cfg;
using Pulumi.Aws.Organizations;

namespace FinOps.Infra.Governance;

/// <summary>The tag standard in force: tag policies and service control policies where the plan attaches them, and AWS Config rules in every account.</summary>
public sealed class TagGovernance : ComponentResource
{
    public TagGovernance(string name, TagGovernanceArgs args, ComponentResourceOptions? options = null)
        : base("finops:governance:TagGovernance", name, options)
    {
        var parent = new CustomResourceOptions { Parent = this };
        var policies = args.Plan.Policies.ToDictionary(policy => policy.Id, policy => new Policy(policy.Id, new PolicyArgs
        {
            Name = policy.Name,
            Description = policy.Description,
            Type = policy.Type,
            Content = policy.Json,
            Tags = args.Tags,
        }, parent));
        foreach (var attachment in args.Plan.Attachments)
        {
            _ = new PolicyAttachment(attachment.Id, new PolicyAttachmentArgs { PolicyId = policies[attachment.Policy.Id].Id, TargetId = attachment.TargetId }, parent);
        }

        if (args.Rules.Count > 0)
        {
            // Others may use it too by the time that this stack goes.
            var access = new AwsServiceAccess("config-rules", new AwsServiceAccessArgs { ServicePrincipal = "config-multiaccountsetup.amazonaws.com" },
                new CustomResourceOptions { Parent = this, RetainOnDelete = true });
            foreach (var rule in args.Rules)
            {
                _ = new OrganizationManagedRule(rule.Name, new OrganizationManagedRuleArgs
                {
                    Name = rule.Name,
                    Description = "Finds resources without the tags of the tag standard. Generated from tag-standard.yaml.",
                    RuleIdentifier = RequiredTagsRule.Identifier,
                    InputParameters = rule.InputParameters,
                    ResourceTypesScopes = rule.ResourceTypes.ToArray(),
                    ExcludedAccounts = args.ExcludedAccounts.ToArray(),
                }, new CustomResourceOptions { Parent = this, DependsOn = { access } });
            }
        }

        RegisterOutputs();
    }
}

/// <param name="Rules">AWS Config rules; empty for none.</param>
/// <param name="ExcludedAccounts">Ids of accounts that the rules are not deployed to.</param>
/// <param name="Tags">Tags of every policy.</param>
public sealed record TagGovernanceArgs(GuardrailPlan Plan, IReadOnlyList<RequiredTagsRule> Rules, IReadOnlyList<string> ExcludedAccounts, Dictionary<string, string> Tags);
