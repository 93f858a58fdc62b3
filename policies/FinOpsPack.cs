using FinOps.Policies.Model;
using FinOps.Policies.Tagging;
using Pulumi.Policy;

namespace FinOps.Policies;

/// <summary>The rules as a policy pack.</summary>
public static class FinOpsPack
{
    public const string Name = "finops-policies";

    public static string Version { get; } = typeof(FinOpsPack).Assembly.GetName().Version!.ToString(3);

    public static PolicyPack Build(StandardSource standards) => new()
    {
        Name = Name,
        Version = Version,
        DisplayName = "FinOps guardrails for AWS",
        Description = "Tag and cost guardrails for AWS, judged by the organization's tag standard.",
        Provider = "aws",
        Tags = ["finops", "tagging", "cost"],
        RefuseUnknownPolicies = true,
        Policies = [.. RuleCatalogue.Create(standards).Select(ToPolicy)],
    };

    private static Policy ToPolicy(Rule rule) => new ResourceValidationPolicy
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
        ValidateResource = args => rule.Evaluate(args, message => args.Report(message)),
    };
}
