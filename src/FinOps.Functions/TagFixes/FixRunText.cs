using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FinOps.Functions.TagFixes;

/// <summary>What a run found or did, for a terminal or as JSON.</summary>
public static class FixRunText
{
    private const int Shown = 50;

    /// <param name="command">How to apply what was found; shown after a dry run with something to do.</param>
    public static string Text(FixRun run, string command)
    {
        ArgumentNullException.ThrowIfNull(run);
        var text = new StringBuilder();
        foreach (var account in run.Outcomes.GroupBy(outcome => outcome.Fix.AccountId, StringComparer.Ordinal))
            text.AppendLine(CultureInfo.InvariantCulture, $"{account.Key}: {Counts(account)}");
        if (run.Outcomes.Count == 0)
            text.AppendLine("The file has no fixes.");
        var others = run.Outcomes.Where(outcome => outcome.State is not (FixState.Applied or FixState.AlreadyDone)).ToList();
        foreach (var outcome in others.Take(Shown))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {Word(outcome.State)}: {Plain(outcome.Fix.Arn)} {Plain(outcome.Fix.Key)}={Plain(outcome.Fix.Value)} -> {Plain(outcome.Fix.NewKey)}={Plain(outcome.Fix.NewValue)}{(outcome.Detail.Length > 0 ? $" ({Plain(outcome.Detail)})" : "")}");
        if (others.Count > Shown)
            text.AppendLine(CultureInfo.InvariantCulture, $"  and {others.Count - Shown} more; --json has them all");
        text.AppendLine(CultureInfo.InvariantCulture, $"{(run.IsDryRun ? "Dry run, nothing was written" : "Applied")}: {Counts(run.Outcomes)}. Hash of the fixes: {run.Hash}");
        if (run.IsDryRun && run.Count(FixState.Ready) > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"To apply exactly these: {command} --apply --approve {run.Hash}");
        return text.ToString();
    }

    public static string Json(FixRun run) => JsonSerializer.Serialize(run, FixRunJson.Default.FixRun);

    private static string Counts(IEnumerable<FixOutcome> outcomes) =>
        outcomes.GroupBy(outcome => outcome.State).OrderBy(state => state.Key).Select(state => $"{state.Count()} {Word(state.Key)}").DefaultIfEmpty("nothing").Aggregate((all, one) => $"{all}, {one}");

    private static string Word(FixState state) => state switch
    {
        FixState.Ready => "to apply",
        FixState.Applied => "applied",
        FixState.Written => "written, old key not removed yet",
        FixState.AlreadyDone => "done already",
        FixState.Changed => "changed since",
        FixState.NotThere => "not there",
        _ => "failed",
    };

    // A terminal obeys control characters, and shows right-to-left text where it does not stand.
    private static string Plain(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? "?" : rune.ToString()));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(FixRun))]
internal sealed partial class FixRunJson : JsonSerializerContext;
