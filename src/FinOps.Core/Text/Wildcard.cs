namespace FinOps.Core.Text;

/// <summary>Patterns in which <c>*</c> stands for any text.</summary>
internal static class Wildcard
{
    /// <param name="joker">Stands for any one character, as <c>?</c> does in the patterns of IAM; null where no character does.</param>
    public static bool Matches(string pattern, string text, char? joker = null, bool ignoreCase = false)
    {
        var (t, p, star, retry) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, retry) = (p++, t);
            }
            else if (p < pattern.Length && (pattern[p] == joker || Same(pattern[p], text[t], ignoreCase)))
            {
                (t, p) = (t + 1, p + 1);
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++retry);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }

    private static bool Same(char a, char b, bool ignoreCase) => a == b || (ignoreCase && char.ToLowerInvariant(a) == char.ToLowerInvariant(b));
}
