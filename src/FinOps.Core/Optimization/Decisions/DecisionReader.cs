using System.Collections.Immutable;
using System.Globalization;
using FinOps.Core.Problems;
using FinOps.Core.StrictYaml;

namespace FinOps.Core.Optimization.Decisions;

/// <summary>
/// Reads <c>optimization-decisions.yaml</c>:
/// <code>
/// version: 1
/// decisions:
///   - { id: 3fa1b2c4d5e6, decision: snooze, reason: migrated in March, by: payments@example.com, until: 2026-04-01 }
/// </code>
/// </summary>
internal static class DecisionReader
{
    private const string Bad = DecisionText.Bad;
    private const string Example = "{ id: 3fa1b2c4d5e6, decision: snooze, reason: why, by: payments@example.com, until: 2026-04-01 }";
    private const int IdLength = 12;

    /// <exception cref="ProblemException">Every mistake.</exception>
    public static DecisionList Read(string text, string source)
    {
        var problems = new YamlProblems(source);
        var list = YamlText.Read(text, source, problems.All) is { } root ? Read(root, problems) : null;
        return problems.All.Count == 0 && list is not null ? list : throw new ProblemException(problems.All);
    }

    private static DecisionList? Read(YamlNode root, YamlProblems problems)
    {
        if (YamlMapReader.Of(root, "", problems, "version: 1") is not { } reader)
            return null;
        reader.RequireVersion("1");
        var decisions = ImmutableArray.CreateBuilder<Decision>();
        switch (reader.Node("decisions"))
        {
            case null:
            // The list of a file whose last decision was taken out.
            case YamlScalar { IsNull: true }:
                break;
            case YamlList items:
                for (var at = 0; at < items.Items.Count; at++)
                    if (YamlMapReader.Of(items.Items[at], $"decisions[{at}]", problems, Example) is { } item && ReadOne(item, problems) is { } decision)
                        decisions.Add(decision);
                break;
            case var other:
                problems.Add(YamlProblems.WrongType, other, "decisions", YamlProblems.Describe(other), "a list", $"For example: decisions: [{Example}]");
                break;
        }

        reader.Finish();
        foreach (var twice in decisions.GroupBy(decision => decision.Option, StringComparer.Ordinal).Where(group => group.Count() > 1))
            problems.Add(Bad, root, $"decisions (line {twice.Last().Line})", $"a second decision about '{twice.Key}'", "one for each id", "Keep the newer one.");
        return new DecisionList(problems.Source, decisions.ToImmutable());
    }

    private static Decision? ReadOne(YamlMapReader item, YamlProblems problems)
    {
        foreach (var (name, what) in new[] { ("id", "the id of an opportunity"), ("decision", "snooze or dismiss"), ("reason", "why"), ("by", "the mailbox of who decided"), ("until", "a date") })
            item.Require(name, what, $"For example: {Example}");
        var (id, decision, reason, by, until) = (item.Text("id"), item.Text("decision"), item.Text("reason"), item.Text("by"), item.Text("until"));
        item.Finish();
        DecisionKind? kind = decision?.Text switch { "snooze" => DecisionKind.Snooze, "dismiss" => DecisionKind.Dismiss, _ => null };
        if (decision is not null && kind is null)
            problems.Add(Bad, decision, item.Child("decision"), YamlProblems.Quote(decision.Text), "snooze or dismiss", "Snooze what is for later; dismiss what will not be done.");
        if (id is not null && (id.Text.Length != IdLength || !id.Text.All(char.IsAsciiHexDigitLower)))
            problems.Add(Bad, id, item.Child("id"), YamlProblems.Quote(id.Text), $"{IdLength} hexadecimal digits, as reports print them", "Copy the id from the report; quote one that is all digits.");
        foreach (var (name, text) in new[] { ("reason", reason), ("by", by) })
            if (text is not null && string.IsNullOrWhiteSpace(text.Text))
                problems.Add(Bad, text, item.Child(name), "nothing", "text", $"For example: {Example}");
        var day = until is null ? null : Date(until, item, problems);
        return id is null || kind is null || reason is null || by is null || day is null
            ? null
            : new Decision(id.Text, kind.Value, reason.Text, by.Text, day.Value, item.Map.Line);
    }

    private static DateOnly? Date(YamlScalar text, YamlMapReader item, YamlProblems problems)
    {
        if (DateOnly.TryParseExact(text.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        problems.Add(YamlProblems.WrongType, text, item.Child("until"), YamlProblems.Quote(text.Text), "a date as year-month-day", "Write until: 2026-04-01");
        return null;
    }
}
