using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace FinOps.Functions.Chat;

/// <summary>Text from outside as chats may show it: nobody is called by it, nothing in it becomes a link, and it reads in the order it is written.</summary>
internal static partial class ChatText
{
    // Shows nothing and allows no line break, but ends what a client would take for a link or a call.
    private const char WordJoiner = '\u2060';

    private const string Cut = "…";

    // Marks that turn the direction of the text after them, and others that are not seen.
    private static readonly SearchValues<char> Unseen = SearchValues.Create("\u061C\u200B\u200C\u200D\u200E\u200F\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\uFEFF");

    /// <summary>One line of at most so many characters.</summary>
    public static string Line(string text, int longest) => Shorten(Disarm(Plain(text, keepLines: false)), longest);

    /// <summary>As <see cref="Line"/>, with its line ends kept.</summary>
    public static string Lines(string text, int longest) => Shorten(Disarm(Plain(text, keepLines: true)), longest);

    /// <summary>At most so many characters, never half of one that takes two.</summary>
    public static string Shorten(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = longest - Cut.Length;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), Cut);
    }

    private static string Plain(string text, bool keepLines)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            if (letter == '\n' && keepLines)
                plain.Append(letter);
            else if (Unseen.Contains(letter))
                continue;
            else
                plain.Append(char.IsControl(letter) ? ' ' : letter);
        }

        return WellFormed(plain.ToString()).Trim();
    }

    /// <summary>Half a character would make the whole message unreadable to a strict receiver.</summary>
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Disarm(string text) => Call().Replace(
        text.Replace("://", $":{WordJoiner}//", StringComparison.Ordinal)
            .Replace("www.", $"www{WordJoiner}.", StringComparison.OrdinalIgnoreCase)
            .Replace("mailto:", $"mailto{WordJoiner}:", StringComparison.OrdinalIgnoreCase),
        $"@{WordJoiner}");

    /// <summary>The at sign of a call to everybody, but not that of an address such as <c>me@here.example</c>.</summary>
    [GeneratedRegex("@(?=(?:channel|here|everyone|group|all)(?![A-Za-z0-9-]|\\.[A-Za-z0-9]))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Call();
}
