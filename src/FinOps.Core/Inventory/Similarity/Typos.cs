using FinOps.Core.Tagging;

namespace FinOps.Core.Inventory.Similarity;

/// <summary>When two words are near enough that one may be the other with a mistake in it.</summary>
internal static class Typos
{
    /// <summary>Longer words are not compared by letters: they are texts, not names.</summary>
    public const int Longest = 128;

    private const int LongestForTwo = 32;

    /// <summary>Mistakes that a word of this length may have: short words are near each other by chance.</summary>
    public static int Allowed(int length) => length switch
    {
        < 5 => 0,
        < 10 => 1,
        <= LongestForTwo => 2,
        <= Longest => 1,
        _ => 0,
    };

    /// <summary>
    /// Mistakes between the two (insert, delete, replace, swap of neighbours); null when they are too many, when the words begin differently,
    /// hold different numbers, or differ in a word too short to tell: <c>team-a</c> and <c>team-b</c>.
    /// </summary>
    public static int? Between(WordForm one, WordForm other)
    {
        if (one.Numbers != other.Numbers || one.Folded.Length == 0 || other.Folded.Length == 0 || one.Folded[0] != other.Folded[0])
            return null;
        var most = Math.Min(Allowed(one.Folded.Length), Allowed(other.Folded.Length));
        var edits = Spelling.Distance(one.Folded, other.Folded, most + 1);
        if (edits > most)
            return null;
        var (first, second) = (one.Tokens(), other.Tokens());
        // Where words are joined differently, one mistake is all that can be told from a different name.
        if (first.Count != second.Count)
            return edits <= 1 && Math.Min(one.Folded.Length, other.Folded.Length) >= 8 ? edits : null;
        foreach (var (at, token) in first.Index())
        {
            if (token != second[at] && Spelling.Distance(token, second[at], 3) > Math.Min(Allowed(token.Length), Allowed(second[at].Length)))
                return null;
        }

        return edits;
    }
}
