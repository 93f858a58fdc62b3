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
                new Problem("FIN1103", file, $"finops:tags.{finding.Key}", finding.Message, "what tag-standard.yaml allows", finding.Fix))]);
        }
    }
}
