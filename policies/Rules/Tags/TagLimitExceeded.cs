using FinOps.Core.Tagging;
using FinOps.Policies.Model;
using FinOps.Policies.Tagging;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Tags;

/// <summary>TAG005: tags are ones that AWS takes.</summary>
public sealed class TagLimitExceeded(StandardSource standards) : TagRule(standards)
{
    public override string Id => "TAG005";

    public override string Name => "tag-limit-exceeded";

    public override RuleCategory Category => RuleCategory.Consistency;

    public override string Title => "Tags keep to the limits of AWS";

    public override string Why =>
        "AWS refuses reserved keys, more than 50 tags, overlong keys and values, and some characters. It does so when the resource is created, " +
        "after others have been created already, and some services drop what they do not take without a word.";

    public override string Fix =>
        "Keep keys to 128 and values to 256 characters out of letters, digits, spaces and _ . : / = + - @, do not start a key with aws:, and set at most 50 tags.";

    public override RuleExamples Examples => new(
        Good: [new RuleExample("Within the limits", "aws:s3/bucket:Bucket", PropertyMap.Of(("tags", PropertyMap.Of(("pulumi:stack", "dev"), ("Note", "a/b c=d @ e")))))],
        Bad:
        [
            new RuleExample("A reserved key", "aws:s3/bucket:Bucket", PropertyMap.Of(("tags", PropertyMap.Of(("aws:createdBy", "me"))))),
            new RuleExample("A character that AWS does not take", "aws:s3/bucket:Bucket", PropertyMap.Of(("tags", PropertyMap.Of(("Note", "50% off"))))),
        ]);

    protected override void Judge(TagTarget target, Action<string> report)
    {
        var wrong = target.Findings.Where(finding => finding.Kind is TagFindingKind.ReservedKey or TagFindingKind.KeyLength or TagFindingKind.ValueLength
            or TagFindingKind.KeyCharacters or TagFindingKind.ValueCharacters or TagFindingKind.TooManyTags).ToList();
        if (wrong.Count > 0)
        {
            report($"""
                {target.Resource.Type} '{target.Resource.Name}':
                {string.Join("\n", wrong.Select(finding => $"  {finding}"))}
                """);
        }
    }
}
