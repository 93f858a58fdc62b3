using FinOps.Policies.Model;
using FinOps.Policies.Tagging;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Tags;

/// <summary>TAG002: the value of a key is one that the standard allows, by list, pattern, or the value of another key.</summary>
public sealed class ValueNotAllowed(StandardSource standards) : OrganizationTagRule(standards)
{
    public override string Id => "TAG002";

    public override string Name => "value-not-allowed";

    public override RuleCategory Category => RuleCategory.Ownership;

    public override string Title => "Tags have values that the standard allows";

    public override string Why =>
        "A value that nobody else uses opens a new line in every report, belongs to no team, and cannot be mapped to a budget. Organizations " +
        "tag policies judge values only where enforcement is switched on for the type, and then at the API, in the middle of a deployment. " +
        "None of them knows that the value of one key may depend on that of another. Whether a key must be there at all is TAG001's, conditions included.";

    public override string Fix => "Use one of the allowed values. If the value is right and missing from the standard, add it to tag-standard.yaml by pull request.";

    public override RuleExamples Examples => new(
        Good:
        [
            new RuleExample("Allowed values", "aws:s3/bucket:Bucket", PropertyMap.Of(("tags", PropertyMap.Of(("Team", "payments"), ("CostCenter", "10417"))))),
            new RuleExample("A value that its environment allows", "aws:s3/bucket:Bucket", PropertyMap.Of(("tags", PropertyMap.Of(("Environment", "prod"), ("DataClass", "confidential"))))),
            new RuleExample("A value that only the update will tell", "aws:s3/bucket:Bucket", PropertyMap.Of(("tags", PropertyMap.Of(("Team", PropertyValue.Unknown))))),
        ],
        Bad:
        [
            new RuleExample("A team that is not in the standard", "aws:s3/bucket:Bucket", PropertyMap.Of(("tags", PropertyMap.Of(("Team", "marketing"))))),
            new RuleExample("A cost center of three digits", "aws:sqs/queue:Queue", PropertyMap.Of(("tags", PropertyMap.Of(("CostCenter", "123"))))),
            new RuleExample("A value that another key rules out", "aws:s3/bucket:Bucket", PropertyMap.Of(("tags", PropertyMap.Of(("Environment", "sandbox"), ("DataClass", "confidential"))))),
            new RuleExample("A default tag of the provider", "aws:sqs/queue:Queue", PropertyMap.Empty) { Provider = PropertyMap.Of(("defaultTags", """{"tags":{"Owner":"me"}}""")) },
        ]);

    protected override void Judge(TagTarget target, Action<Finding> report)
    {
        var wrong = target.Findings.Where(finding => IsAbout(finding.Kind)).ToList();
        if (wrong.Count > 0)
        {
            report(new Finding($"""
                {target.Resource.Type} '{target.Resource.Name}' has {(wrong.Count == 1 ? "a value" : $"{wrong.Count} values")} that the standard does not allow:
                {string.Join("\n", wrong.Select(finding => $"  {finding.Key} = '{finding.FoundValue}'; allowed: {finding.Allowed}"))}
                """, [.. wrong.Select(finding => $"{finding.Key} = {finding.FoundValue}")]));
        }
    }
}
