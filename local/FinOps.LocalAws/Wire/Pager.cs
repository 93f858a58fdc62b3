using System.Text;

namespace FinOps.LocalAws.Wire;

/// <summary>Pages by a token that names the last key given out, so that what comes or goes between two pages neither repeats nor hides the rest.</summary>
internal static class Pager
{
    /// <summary>The next items in the order of their keys (ordinal), and the token for those after them; null when these are the last.</summary>
    /// <param name="scope">Operation and arguments: a token of another list is refused.</param>
    /// <exception cref="AwsError">The token was not given out for this list.</exception>
    public static (IReadOnlyList<T> Items, string? NextToken) Page<T>(
        IEnumerable<T> items, Func<T, string> key, string scope, string? token, int size, Func<AwsError> invalidToken)
    {
        var after = token is null ? null : Read(scope, token) ?? throw invalidToken();
        var rest = items
            .Where(item => after is null || string.CompareOrdinal(key(item), after) > 0)
            .OrderBy(key, StringComparer.Ordinal)
            .Take(size + 1)
            .ToList();
        if (rest.Count <= size)
            return (rest, null);
        rest.RemoveAt(size);
        return (rest, Write(scope, key(rest[^1])));
    }

    public static string Write(string scope, string key) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{scope}\n{key}"));

    /// <summary>The key of the token, or null when the token was not made for this scope.</summary>
    public static string? Read(string scope, string token)
    {
        var bytes = new byte[token.Length];
        if (!Convert.TryFromBase64String(token, bytes, out var length))
            return null;
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        return text.StartsWith(scope + "\n", StringComparison.Ordinal) ? text[(scope.Length + 1)..] : null;
    }
}
