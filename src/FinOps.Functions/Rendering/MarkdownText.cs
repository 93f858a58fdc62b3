using System.Text;

namespace FinOps.Functions.Rendering;

/// <summary>Text from outside as Markdown that shows it letter for letter: no link, no table cell, no HTML can come out of it.</summary>
public static class MarkdownText
{
    private const string Special = @"\`*_[]|~#";

    /// <summary>For a plain text mail, where nothing is markup: only what would break a line goes.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c == '<')
                escaped.Append("&lt;");
            else if (c == '>')
                escaped.Append("&gt;");
            else if (c == '&')
                escaped.Append("&amp;");
            else if (char.IsControl(c))
                escaped.Append(' ');
            // Some readers turn bare addresses into links and names after an at sign into notifications.
            else if (c is ':' or '@')
                escaped.Append("&#").Append((int)c).Append(';');
            else if (Special.Contains(c))
                escaped.Append('\\').Append(c);
            else
                escaped.Append(c);
        }

        return escaped.Replace("www.", "www&#46;").Replace("WWW.", "WWW&#46;").ToString();
    }
}
