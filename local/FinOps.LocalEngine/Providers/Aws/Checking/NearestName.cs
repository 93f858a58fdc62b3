namespace FinOps.LocalEngine.Providers.Aws.Checking;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    /// <returns>Null when nothing is near: more than a third of the letters would have to change.</returns>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        var plain = Plain(name);
        return candidates
            .Select(candidate => (Candidate: candidate, Distance: Distance(plain, Plain(candidate))))
            .Where(found => found.Distance <= Math.Max(1, plain.Length / 3))
            .OrderBy(found => found.Distance)
            .ThenBy(found => found.Candidate, StringComparer.Ordinal)
            .Select(found => found.Candidate)
            .FirstOrDefault();
    }

    /// <summary>snake_case and other casings are the same word.</summary>
    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        var current = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
                current[j] = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            (previous, current) = (current, previous);
        }
        return previous[b.Length];
    }
}
