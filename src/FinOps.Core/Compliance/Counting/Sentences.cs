using System.Globalization;
using FinOps.Core.Tagging;

namespace FinOps.Core.Compliance.Counting;

/// <summary>What is wrong with one resource, for a person. The rows about keys tell what is allowed; here a missing key is only named.</summary>
internal static class Sentences
{
    public static IReadOnlyList<string> Of(IReadOnlyList<TagFinding> findings)
    {
        var missing = findings.Where(finding => finding is { Kind: TagFindingKind.MissingKey, FoundKey: null }).Select(finding => finding.Key).ToList();
        var others = findings.Where(finding => finding is not { Kind: TagFindingKind.MissingKey, FoundKey: null }).Select(finding => Visible(finding.ToString()));
        return missing.Count == 0 ? [.. others] : [$"missing: {string.Join(", ", missing)}", .. others];
    }

    /// <summary>Shows what would hide or turn round the text about it: controls, zero-width and direction characters.</summary>
    private static string Visible(string text) => text.All(IsVisible)
        ? text
        : string.Concat(text.Select(c => IsVisible(c) ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}")));

    private static bool IsVisible(char c) => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
