using FinOps.Core.Problems;
using FinOps.Core.Tagging;

namespace FinOps.Infra.Settings;

/// <summary>The stack's own tags are judged before use, so that a mistake in one line is one message and not one for each resource.</summary>
internal static class OwnTags
{
    /// <exception cref="ProblemException">FIN1103, one for each finding.</exception>
    public static void Check(IReadOnlyDictionary<string, string> tags, TagStandard standard, string file)
    {
        var findings = standard.Judge("aws:s3/bucket:Bucket", tags.ToDictionary(tag => tag.Key, tag => (string?)tag.Value));
        if (findings.Count > 0)
        {
            throw new ProblemException([.. findings.Select(finding =>
                new Problem("FIN1103", file, $"finops:tags.{finding.Key}", finding.FoundValue ?? finding.FoundKey ?? "nothing", finding.Allowed, $"{finding}."))]);
        }
    }

    /// <summary>The key by which cost is shared out to teams.</summary>
    /// <exception cref="ProblemException">FIN1104: the standard names none, or one whose values are not listed.</exception>
    public static TagKeyRule AllocationKey(TagStandard standard) =>
        standard.AllocationKey is { } name && standard.Key(name) is { Values.IsEmpty: false } rule
            ? rule
            : throw new ProblemException([new Problem("FIN1104", standard.Source, "allocationKey", standard.AllocationKey ?? "nothing", "a cost allocation key with listed values", "Set allocationKey: Team and list the teams under 'teams'.")]);
}
