using FinOps.Core.Tagging;
using FinOps.Policies.Model;
using FinOps.Policies.Tagging;
using Pulumi.Policy;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Tags;

/// <summary>TAG003: keys and values are written as in the standard, to the letter.</summary>
public sealed class TagMisspelt(StandardSource standards) : OrganizationTagRule(standards)
{
    public override string Id => "TAG003";

    public override string Name => "tag-misspelt";

    public override RuleCategory Category => RuleCategory.Consistency;

    public override string Title => "Tag keys and values are written as in the standard";

    public override string Why =>
        "AWS tells casing apart: Team, team and TEAM are three keys, and prod and Prod two values. Every spelling is a column or line of its own " +
        "in the bill, and what is misspelt is as good as untagged.";

    public override string Fix => "Write the key or value that the message suggests.";

    public override bool Repairs => true;

    public override RuleExamples Examples => new(
        Good:
        [
            new RuleExample("Written as in the standard", "aws:s3/bucket:Bucket", PropertyMap.Of(("tags", PropertyMap.Of(("Team", "payments"), ("Environment", "prod"))))),
            new RuleExample("A key of the team's own", "aws:s3/bucket:Bucket", PropertyMap.Of(("tags", PropertyMap.Of(("Name", "logs"))))),
        ],
        Bad:
        [
            new RuleExample("A key in another casing", "aws:s3/bucket:Bucket", PropertyMap.Of(("tags", PropertyMap.Of(("cost_center", "10417"))))),
            new RuleExample("Another name for a key", "aws:s3/bucket:Bucket", PropertyMap.Of(("tags", PropertyMap.Of(("Env", "prod"))))),
            new RuleExample("A value in another casing", "aws:s3/bucket:Bucket", PropertyMap.Of(("tags", PropertyMap.Of(("Environment", "Prod"))))),
            new RuleExample("A slip of the finger", "aws:s3/bucket:Bucket", PropertyMap.Of(("tags", PropertyMap.Of(("Team", "paymnets"))))),
        ]);

    /// <summary>Mends what differs by casing and separators alone; a slip of the finger is for a person to judge.</summary>
    public override PropertyMap? Repair(ResourceRemediationArgs args)
    {
        if (args.Inputs.Find("tags")?.Plain() is not ObjectValue { Map: var tags } || NotApplicableTo(args.Resource.Type) is not null)
        {
            return null;
        }

        var standard = Standards.For(args.GetConfig<OrganizationTagRuleConfig>().Standard);
        var own = ((ObjectValue)args.Inputs["tags"].Unwrapped()).Map;
        var known = tags.ToDictionary(tag => tag.Key, tag => (tag.Value as StringValue)?.Value);
        foreach (var finding in standard.Judge(args.Resource.Type, known))
        {
            if (finding is { Kind: TagFindingKind.KeyMiscased, FoundKey: { } found } && !own.ContainsKey(finding.Key))
            {
                own = own.Set(finding.Key, own[found]).Remove(found);
            }
            else if (finding is { Kind: TagFindingKind.ValueMiscased, Suggestion: { } right })
            {
                own = own.Set(finding.Key, right);
            }
        }

        return args.Inputs.Set("tags", own);
    }

    protected override void Judge(TagTarget target, Action<Finding> report)
    {
        var wrong = target.Findings.Where(finding => IsAbout(finding.Kind)).ToList();
        if (wrong.Count > 0)
        {
            report(new Finding($"""
                {target.Resource.Type} '{target.Resource.Name}':
                {string.Join("\n", wrong.Select(finding => "  " + Line(finding)))}
                """, [.. wrong.Select(finding => finding.FoundValue is { } value ? $"{finding.Key} = {value}" : $"key {finding.FoundKey}")]));
        }
    }

    private static string Line(TagFinding finding) => finding.Kind switch
    {
        TagFindingKind.KeyMiscased => $"key '{finding.FoundKey}': write {finding.Key}",
        TagFindingKind.KeyMisspelt => $"key '{finding.FoundKey}': did you mean {finding.Key}? ({Distance(finding.FoundKey!, finding.Key)})",
        TagFindingKind.ValueMiscased => $"{finding.Key} = '{finding.FoundValue}': write '{finding.Suggestion}'",
        _ => $"{finding.Key} = '{finding.FoundValue}': did you mean '{finding.Suggestion}'? ({Distance(finding.FoundValue!, finding.Suggestion!)})",
    };

    private static string Distance(string found, string right) => Spelling.Distance(Spelling.Fold(found), Spelling.Fold(right)) switch
    {
        0 => "another separator",
        1 => "1 letter apart",
        var letters => $"{letters} letters apart",
    };
}
