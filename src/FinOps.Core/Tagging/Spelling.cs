namespace FinOps.Core.Tagging;

/// <summary>Finds what a person probably meant.</summary>
public static class Spelling
{
    /// <summary>
    /// The candidate nearest to <paramref name="text"/>, or null when none is near: equal but for casing and separators first,
    /// then at most one edit for each three characters and at most three, then the only one that begins like it
    /// (<c>production</c> means <c>prod</c>). Ties go to the earlier candidate.
    /// </summary>
    public static string? Nearest(string text, IEnumerable<string> candidates)
    {
        var best = (Candidate: (string?)null, Distance: Math.Clamp(text.Length / 3, 1, 3) + 1);
        var plain = Fold(text);
        var begins = new List<string>();
        foreach (var candidate in candidates)
        {
            var folded = Fold(candidate);
            if (folded.Length == 0 || plain.Length == 0)
            {
                continue;
            }

            var distance = folded == plain ? 0 : Distance(plain, folded, best.Distance);
            // Two short words are near each other by chance: at least half of the candidate must be right.
            if (distance < best.Distance && distance * 2 <= folded.Length)
            {
                best = (candidate, distance);
            }

            if (Math.Min(plain.Length, folded.Length) >= 3
                && (plain.StartsWith(folded, StringComparison.Ordinal) || folded.StartsWith(plain, StringComparison.Ordinal)))
            {
                begins.Add(candidate);
            }
        }

        return best.Candidate ?? (begins.Count == 1 ? begins[0] : null);
    }

    /// <summary>A next step for a name that is none of the candidates.</summary>
    public static string DidYouMean(string text, IEnumerable<string> candidates, string otherwise = "Remove the entry.") =>
        Nearest(text, candidates) is { } near ? $"Did you mean '{near}'?" : otherwise;

    /// <summary>Lower case, without the separators that people choose differently: <c>cost_center</c> and <c>CostCenter</c> fold to the same.</summary>
    public static string Fold(string text) =>
        string.Create(text.Count(IsKept), text, static (span, source) =>
        {
            var at = 0;
            foreach (var c in source)
            {
                if (IsKept(c))
                {
                    span[at++] = char.ToLowerInvariant(c);
                }
            }
        });

    /// <summary>
    /// Edits (insert, delete, replace, swap of neighbours) between the two texts, or <paramref name="limit"/> when there are as many or more.
    /// </summary>
    public static int Distance(string a, string b, int limit = int.MaxValue)
    {
        if (Math.Abs(a.Length - b.Length) >= limit)
        {
            return limit;
        }

        var (before, previous, current) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            (before, previous, current) = (previous, current, before);
        }

        return Math.Min(previous[b.Length], limit);
    }

    private static bool IsKept(char c) => c is not ('-' or '_' or ' ' or '.' or ':' or '/');
}
