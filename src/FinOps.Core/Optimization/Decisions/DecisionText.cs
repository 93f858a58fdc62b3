using System.Globalization;
using FinOps.Core.Problems;

namespace FinOps.Core.Optimization.Decisions;

/// <summary>Writes a decision into the text of a file and leaves everything else in it, comments above all, as it is.</summary>
public static class DecisionText
{
    public const string Bad = "FIN5120";

    private const string Key = "decisions:";

    /// <param name="text">The file; null for a new one.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <exception cref="ProblemException">The file has mistakes, decides about the id already, or writes its list in a way that cannot be added to; or the decision itself is wrong.</exception>
    public static string Add(string? text, Decision decision, string source)
    {
        ArgumentNullException.ThrowIfNull(decision);
        text ??= "version: 1\ndecisions:\n";
        var before = DecisionList.Parse(text, source);
        if (before.Decisions.FirstOrDefault(each => each.Option == decision.Option) is { } standing)
        {
            throw new ProblemException([new Problem(
                Bad, source, $"line {standing.Line}", $"a decision about {standing.Option} until {standing.Until:yyyy-MM-dd}", "one decision for each id", "Change the end or the reason there.")]);
        }

        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        while (lines.Count > 0 && lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        var at = lines.FindIndex(line => line == Key || line.StartsWith(Key + " ", StringComparison.Ordinal));
        if (at < 0)
        {
            lines.Add(Key);
            at = lines.Count - 1;
        }
        else if (before.Decisions.Length == 0)
        {
            lines[at] = lines[at].Replace("[]", "", StringComparison.Ordinal).TrimEnd();
        }

        // New decisions go below the last line of the list: before the next key at the margin, if there is one.
        var next = lines.FindIndex(at + 1, line => line.Length > 0 && line[0] is not (' ' or '-' or '#'));
        var indent = lines.Skip(at + 1).FirstOrDefault(line => line.TrimStart().StartsWith("- ", StringComparison.Ordinal)) is { } item ? item[..item.IndexOf('-', StringComparison.Ordinal)] : "  ";
        lines.Insert(next < 0 ? lines.Count : next, indent + Entry(decision));
        var after = string.Join(end, lines) + end;
        var read = DecisionList.Parse(after, source);
        return read.Decisions.Length == before.Decisions.Length + 1 && read.Decisions.Any(each => each with { Line = 0 } == decision with { Line = 0 })
            ? after
            : throw new ProblemException([new Problem(Bad, source, "decisions", "a list that a line cannot be added to", "one decision a line, each begun by a dash", "Write the list over several lines.")]);
    }

    private static string Entry(Decision decision) => string.Create(
        CultureInfo.InvariantCulture,
        $"- {{ id: {Quoted(decision.Option)}, decision: {(decision.Kind == DecisionKind.Snooze ? "snooze" : "dismiss")}, reason: {Quoted(decision.Reason)}, by: {Quoted(decision.By)}, until: {decision.Until:yyyy-MM-dd} }}");

    // Single quotes take everything but a quote, which is doubled, and line ends, which a decision has none of.
    private static string Quoted(string text) => $"'{string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Replace("'", "''", StringComparison.Ordinal).Trim()}'";
}
