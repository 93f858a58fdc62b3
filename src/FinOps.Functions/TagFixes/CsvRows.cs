using System.Text;

namespace FinOps.Functions.TagFixes;

/// <summary>The rows of a CSV text (RFC 4180): fields between quotes may hold commas, line ends and doubled quotes.</summary>
internal static class CsvRows
{
    /// <returns>Each row with the line on which it begins, counted from 1.</returns>
    public static IEnumerable<(int Line, IReadOnlyList<string> Fields)> Read(string text)
    {
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        var (line, began) = (1, 1);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\n')
                line++;
            if (quoted && c == '"' && at + 1 < text.Length && text[at + 1] == '"')
            {
                field.Append('"');
                at++;
            }
            else if (c == '"' && (quoted || field.Length == 0))
            {
                quoted = !quoted;
            }
            else if (quoted || c is not (',' or '\r' or '\n'))
            {
                field.Append(c);
            }
            else if (c == ',')
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (c == '\n' || at + 1 == text.Length || text[at + 1] != '\n')
            {
                fields.Add(field.ToString());
                field.Clear();
                yield return (began, fields);
                (fields, began) = ([], line);
            }
        }

        if (fields.Count > 0 || field.Length > 0)
        {
            fields.Add(field.ToString());
            yield return (began, fields);
        }
    }
}
