using FinOps.LocalEngine.Deployments;

namespace FinOps.Cli.Policy.Formats;

/// <summary>Words that several formats have in common.</summary>
internal static class PolicyWords
{
    public static string Level(PolicyLevel level) => level.ToString().ToLowerInvariant();

    /// <summary>For example <c>TAG001 required-tag-missing</c>.</summary>
    public static string Title(PolicyRule rule) => rule.DisplayName.Length > 0 ? rule.DisplayName : rule.Name;

    /// <summary>The category, where the pack's first tag is one; empty for none.</summary>
    public static string Category(PolicyRule rule) => rule.Tags.FirstOrDefault("");

    public static string Count(int number, string one) => FormattableString.Invariant($"{number} {one}{(number == 1 ? "" : "s")}");

    public static string Sum(PolicyCheckReport report) =>
        $"{string.Join(", ", report.Packs)}: {Count(report.Blocking, "mandatory violation")}, {report.Advisory} advisory, {report.Waived} waived, in {Count(report.Resources, "resource")} of {report.Project}/{report.Stack}.";

    /// <summary>One line without characters that move a terminal's cursor or hide text.</summary>
    public static string OneLine(string text) => string.Join(' ', Plain(text).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Line ends are '\n'; other control characters, which no format shows and some forbid, become U+FFFD.</summary>
    public static string Plain(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Select(rune => rune.Value is '\n' or '\t' || !Hidden(rune) ? rune.ToString() : "\uFFFD"));

    /// <summary>Control characters, and marks that turn the direction of text, which can make a line read as another.</summary>
    private static bool Hidden(System.Text.Rune rune) =>
        System.Text.Rune.IsControl(rune) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFFFE or 0xFFFF;
}
