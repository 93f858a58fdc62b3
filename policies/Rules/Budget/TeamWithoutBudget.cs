using FinOps.Policies.Model;
using FinOps.Policies.Tagging;
using Pulumi.Policy;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Budget;

/// <summary>BUD001: whoever owns something in the stack has a budget in the standard.</summary>
public sealed class TeamWithoutBudget(StandardSource standards) : StackRule
{
    public override string Id => "BUD001";

    public override string Name => "team-without-budget";

    public override RuleCategory Category => RuleCategory.Upkeep;

    public override PolicySeverity Severity => PolicySeverity.Medium;

    public override string Title => "The owners of a stack have a budget in the tag standard";

    public override string Why => "A team that spends without a budget hears of its cost when the bill comes. With one, it is told as soon as the forecast leaves it.";

    public override string Fix => "Give the team a monthlyBudget under teams in tag-standard.yaml.";

    public override RuleExamples Examples => new(
        Good: [new RuleExample("A team with a budget", [new ExampleResource("logs", "aws:s3/bucket:Bucket", PropertyMap.Of(("tags", PropertyMap.Of(("Team", "payments")))))])],
        Bad: [new RuleExample("A team without one", [new ExampleResource("logs", "aws:s3/bucket:Bucket", PropertyMap.Of(("tags", PropertyMap.Of(("Team", "finops")))))])]);

    public override void Evaluate(StackValidationArgs args, Action<Finding> report)
    {
        var standard = standards.Default;
        var key = standard.AllocationKey;
        if (key is null)
        {
            args.NotApplicable("the standard has no allocation key");
        }

        var owners = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var resource in args.Resources)
        {
            if (TaggableTypes.ShapeOf(resource.Type) is TagShape.Map or TagShape.GroupTags
                && ResourceTags.Read(resource, TaggableTypes.ShapeOf(resource.Type)!.Value).Known.GetValueOrDefault(key) is { } owner)
            {
                owners[owner] = owners.GetValueOrDefault(owner) + 1;
            }
        }

        // A value that is no team at all is TAG002's.
        foreach (var (owner, resources) in owners.Where(owner => standard.Team(owner.Key) is { MonthlyBudget: null }))
        {
            report(new Finding($"team {owner} owns {resources} resource{(resources == 1 ? "" : "s")} here and has no monthlyBudget in {Path.GetFileName(standard.Source)}.", $"team {owner}"));
        }
    }
}
