using System.Text;
using FinOps.Core.Inventory.Fixes;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.TagFixes;

/// <summary>
/// Fixes as a CSV file that a person reads, and may thin out, in a spreadsheet. A text that a spreadsheet would take for a formula has an
/// apostrophe before it, as has one that begins with an apostrophe; reading takes one away, so that every text comes back as it was.
/// </summary>
public static class FixFile
{
    public const string WrongId = "FIN5080";
    public const string UnreadableId = "FIN5082";

    private const string Header = "arn,account,region,key now,value now,key proposed,value proposed,why";
    private const int MostMistakes = 50;

    public static string Write(IEnumerable<TagFix> fixes)
    {
        ArgumentNullException.ThrowIfNull(fixes);
        var csv = new StringBuilder(Header).Append("\r\n");
        foreach (var fix in fixes)
            csv.AppendJoin(',', ((string[])[fix.Arn, fix.AccountId, fix.Region, fix.Key, fix.Value, fix.NewKey, fix.NewValue, fix.Why]).Select(Field)).Append("\r\n");
        return csv.ToString();
    }

    /// <exception cref="ProblemException">FIN5082: the file cannot be read; FIN5080: every mistake in it, up to fifty.</exception>
    public static IReadOnlyList<TagFix> Load(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException([new Problem(UnreadableId, path, "file", failure.Message, "a file with fixes", "Make one with: finops report tags --fixes fixes.csv")]);
        }

        return Read(text, path);
    }

    /// <param name="source">How problems name the text, usually its path.</param>
    /// <exception cref="ProblemException">FIN5080: every mistake, up to fifty.</exception>
    public static IReadOnlyList<TagFix> Read(string text, string source)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new List<Problem>();
        var fixes = new List<TagFix>();
        var seen = new Dictionary<(string Arn, string Key), int>();
        using var rows = CsvRows.Read(text.TrimStart('\uFEFF')).GetEnumerator();
        if (!rows.MoveNext() || string.Join(',', rows.Current.Fields) != Header)
            Wrong(1, "header", rows.Current.Fields is { } found ? string.Join(',', found) : "nothing", Header, "Keep the first line of the file as it was made.");
        while (problems.Count < MostMistakes && rows.MoveNext())
        {
            var (line, fields) = rows.Current;
            if (fields is [""])
                continue;
            if (fields.Count != 8)
            {
                Wrong(line, "columns", $"{fields.Count}", "8", "Put text with commas or line ends between quotes, or take the row out.");
                continue;
            }

            var cells = fields.Select(Plain).ToList();
            var fix = new TagFix(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]);
            Check(line, fix);
            if (!seen.TryAdd((fix.Arn, fix.Key), line))
                Wrong(line, "key now", $"{fix.Key} of {fix.Arn}, which line {seen[(fix.Arn, fix.Key)]} changes too", "each key of a resource once", "Take one of the two rows out.");
            fixes.Add(fix);
        }

        return problems.Count == 0 ? fixes : throw new ProblemException(problems);

        void Check(int line, TagFix fix)
        {
            if (fix.Arn.Split(':', 6) is not ["arn", _, _, _, _, { Length: > 0 }])
                Wrong(line, "arn", fix.Arn, "an ARN", "Write it as the inventory did.");
            if (fix.AccountId.Length != 12 || !fix.AccountId.All(char.IsAsciiDigit))
                Wrong(line, "account", fix.AccountId, "twelve digits", "A spreadsheet may have cut leading zeros; import the column as text.");
            if (fix.Region.Length == 0 || !fix.Region.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
                Wrong(line, "region", fix.Region, "a region such as eu-west-1, or global", "Write it as the inventory did.");
            foreach (var (column, key) in (ReadOnlySpan<(string, string)>)[("key now", fix.Key), ("key proposed", fix.NewKey)])
            {
                if (key.Length is 0 or > TagLimits.KeyLength || TagLimits.IsReserved(key))
                    Wrong(line, column, key, $"1 to {TagLimits.KeyLength} characters, not beginning with {TagLimits.ReservedPrefix}", "Take the row out, or propose another key.");
            }

            if (fix.NewValue.Length > TagLimits.ValueLength)
                Wrong(line, "value proposed", $"{fix.NewValue.Length} characters", $"at most {TagLimits.ValueLength}", "Propose a shorter one.");
            if (fix.Key == fix.NewKey && fix.Value == fix.NewValue)
                Wrong(line, "value proposed", $"{fix.Key} = {fix.Value}, as it is now", "another key or another value", "Take the row out.");
        }

        void Wrong(int line, string column, string found, string allowed, string fix) =>
            problems.Add(new Problem(WrongId, source, $"line {line}, {column}", $"'{MarkdownText.OneLine(found)}'", allowed, fix));
    }

    private static string Field(string text) => CsvField.Text(text.StartsWith('\'') ? "'" + text : text);

    private static string Plain(string field) => field.StartsWith('\'') ? field[1..] : field;
}
