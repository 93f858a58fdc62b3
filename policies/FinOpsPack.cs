using System.Collections.Immutable;
using FinOps.Core.Waivers;
using FinOps.Policies.Model;
using FinOps.Policies.Tagging;
using FinOps.Policies.Waivers;
using Pulumi.Policy;

namespace FinOps.Policies;

/// <summary>The rules as a policy pack.</summary>
public static class FinOpsPack
{
    public const string Name = "finops-policies";

    public static string Version { get; } = typeof(FinOpsPack).Assembly.GetName().Version!.ToString(3);

    /// <summary>The pack for one run. Each run has its own book of waivers, so that one stack's matches are not counted in another.</summary>
    public static PolicyPack Build(StandardSource standards, WaiverList waivers, TimeProvider time)
    {
        var book = new WaiverBook(waivers, time);
        return Build(RuleCatalogue.Create(standards, book), book);
    }

    private static PolicyPack Build(ImmutableArray<Rule> rules, WaiverBook waivers) => new()
    {
        Name = Name,
        Version = Version,
        DisplayName = "FinOps guardrails for AWS",
        Description = "Tag and cost guardrails for AWS, judged by the organization's tag standard.",
        Provider = "aws",
        Tags = ["finops", "tagging", "cost"],
        RefuseUnknownPolicies = true,
        Policies = [.. rules.Select(rule => ToPolicy(rule, waivers))],
    };

    private static Policy ToPolicy(Rule rule, WaiverBook waivers) => rule switch
    {
        ResourceRule resourceRule => new ResourceValidationPolicy
        {
            Name = rule.PolicyName,
            DisplayName = $"{rule.Id} {rule.Name}",
            Description = rule.Title,
            EnforcementLevel = rule.Level,
            Severity = rule.Severity,
            ConfigSchema = rule.ConfigSchema,
            Tags = [rule.Category.Tag()],
            RemediationSteps = rule.Fix,
            Url = rule.DocUri,
            ResourceTypes = resourceRule.Types,
            NotApplicableTo = resourceRule.NotApplicableTo,
            ValidateResource = args => resourceRule.Evaluate(args, message =>
            {
                if (!waivers.IsWaived(rule.Id, args.Resource, args.Stack))
                {
                    args.Report(Explained(rule, message));
                }
            }),
            RemediateResource = resourceRule.Repairs ? args => waivers.IsWaived(rule.Id, args.Resource, args.Stack) ? null : resourceRule.Repair(args) : null,
        },
        StackRule stackRule => new StackValidationPolicy
        {
            Name = rule.PolicyName,
            DisplayName = $"{rule.Id} {rule.Name}",
            Description = rule.Title,
            EnforcementLevel = rule.Level,
            Severity = rule.Severity,
            ConfigSchema = rule.ConfigSchema,
            Tags = [rule.Category.Tag()],
            RemediationSteps = rule.Fix,
            Url = rule.DocUri,
            ValidateStack = args => stackRule.Evaluate(args, (message, resource) =>
            {
                if (!waivers.IsWaived(rule.Id, resource, args.Stack))
                {
                    args.Report(Explained(rule, message), resource);
                }
            }),
        },
        _ => throw new InvalidOperationException($"{rule.GetType().Name} is neither a rule about resources nor one about stacks"),
    };

    private static string Explained(Rule rule, string message) => $"{message}\n{rule.Id} is explained in {rule.DocUri}.";
}
