using System.Text.RegularExpressions;

namespace FinOps.LocalAws.Services.Logs;

/// <summary>A filter pattern of plain terms: all unmarked and quoted terms must occur, <c>-term</c> must not, one of the <c>?term</c> must. JSON and field patterns are refused.</summary>
internal sealed partial class FilterPattern(IReadOnlyList<string> all, IReadOnlyList<string> none, IReadOnlyList<string> any)
{
    public static FilterPattern Parse(string text)
    {
        if (text.TrimStart() is ['{' or '[' or '%', ..])
            throw LogsService.InvalidParameter("Invalid filter pattern: this endpoint takes terms only, no JSON, field or regular-expression patterns.");
        var (all, none, any) = (new List<string>(), new List<string>(), new List<string>());
        foreach (Match term in Term().Matches(text))
            (term.Groups["mark"].Value switch { "-" => none, "?" => any, _ => all }).Add(term.Groups["text"].Value.Trim('"'));
        return new FilterPattern(all, none, any);
    }

    public bool Matches(string message) =>
        all.All(term => message.Contains(term, StringComparison.Ordinal))
        && !none.Any(term => message.Contains(term, StringComparison.Ordinal))
        && (any.Count == 0 || any.Any(term => message.Contains(term, StringComparison.Ordinal)));

    [GeneratedRegex("""(?<mark>[-?]?)(?<text>"[^"]*"|\S+)""")]
    private static partial Regex Term();
}
