using FinOps.Core.Tagging;
using FinOps.Policies.Model;
using FinOps.Policies.Tagging;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Tags;

/// <summary>TAG005: tags are ones that AWS takes.</summary>
public sealed class TagLimitExceeded(StandardSource standards) : TagRule(standards)
{
    private const int TagsPerObject = 10;

    /// <summary>Objects in S3 take fewer tags than resources do.</summary>
    private static readonly string[] Objects = ["aws:s3/bucketObject:BucketObject", "aws:s3/bucketObjectv2:BucketObjectv2", "aws:s3/objectCopy:ObjectCopy"];

    public override string Id => "TAG005";

    public override string Name => "tag-limit-exceeded";

    public override RuleCategory Category => RuleCategory.Consistency;

    public override string Title => "Tags keep to the limits of AWS";

    public override string Why =>
        "AWS refuses reserved keys, more than 50 tags (10 on an object in S3), overlong keys and values, and some characters. It does so when the resource is created, " +
        "after others have been created already, and some services drop what they do not take without a word.";

    public override string Fix =>
        "Keep keys to 128 and values to 256 characters out of letters, digits, spaces and _ . : / = + - @, do not start a key with aws:, and set at most 50 tags, 10 on an object.";

    public override RuleExamples Examples => new(
        Good: [new RuleExample("Within the limits", "aws:s3/bucket:Bucket", PropertyMap.Of(("tags", PropertyMap.Of(("pulumi:stack", "dev"), ("Note", "a/b c=d @ e")))))],
        Bad:
        [
            new RuleExample("A reserved key", "aws:s3/bucket:Bucket", PropertyMap.Of(("tags", PropertyMap.Of(("aws:createdBy", "me"))))),
            new RuleExample("A character that AWS does not take", "aws:s3/bucket:Bucket", PropertyMap.Of(("tags", PropertyMap.Of(("Note", "50% off"))))),
        ]);

    protected override void Judge(TagTarget target, Action<Finding> report)
    {
        var wrong = target.Findings.Where(finding => IsAbout(finding.Kind)).ToList();
        var lines = wrong.Select(finding => (Text: finding.ToString(), Mark: $"{finding.Kind} {finding.FoundKey}".TrimEnd())).ToList();
        if (Objects.Contains(target.Resource.Type) && target.Tags.Known.Count is > TagsPerObject and <= TagLimits.TagsPerResource)
        {
            lines.Add(($"more tags than an object may have; allowed: at most {TagsPerObject} tags, found {target.Tags.Known.Count}", $"{TagFindingKind.TooManyTags}"));
        }

        if (lines.Count > 0)
        {
            report(new Finding($"""
                {target.Resource.Type} '{target.Resource.Name}':
                {string.Join("\n", lines.Select(line => $"  {line.Text}"))}
                """, [.. lines.Select(line => line.Mark)]));
        }
    }
}
