using FinOps.Core.Tagging;

namespace FinOps.Infra.Settings;

/// <summary>The stack's own tags are judged before use, so that a mistake in one line is one message and not one for each resource.</summary>
internal static class OwnTags
{
    /// <summary>Tells FIN1103, one for each finding.</summary>
    public static void Check(IReadOnlyDictionary<string, string> tags, TagStandard standard, SettingsProblems problems)
    {
        foreach (var finding in standard.Judge("aws:s3/bucket:Bucket", tags.ToDictionary(tag => tag.Key, tag => (string?)tag.Value)))
        {
            problems.At("tags").At(finding.Key).Add(finding.FoundValue ?? finding.FoundKey ?? "nothing", finding.Allowed, $"{finding}.", "FIN1103");
        }
    }
}
