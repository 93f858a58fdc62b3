using FinOps.Core.Tagging;

namespace FinOps.Core.Costs.Categories;

/// <summary>The ways in which people write a value. Cost category rules compare exactly, so each must be listed.</summary>
public static class ValueSpellings
{
    private static readonly string[] _separators = ["-", "_", " ", ""];

    /// <summary>
    /// The value first, then other casings (<c>PROD</c>, <c>Prod</c>) and separators (<c>data_platform</c>, <c>DataPlatform</c>) of it: what
    /// <see cref="Spelling.Fold"/> makes equal and people really write.
    /// </summary>
    public static IReadOnlyList<string> Of(string value)
    {
        var words = value.Split(['-', '_', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return [value];
        }

        string[] lower = [.. words.Select(word => word.ToLowerInvariant())];
        string[] capital = [.. lower.Select(Capital)];
        return [.. _separators.SelectMany(separator => (string[])
            [
                string.Join(separator, lower),
                string.Join(separator, words.Select(word => word.ToUpperInvariant())),
                string.Join(separator, capital),
                string.Join(separator, [capital[0], .. lower[1..]]),
                string.Join(separator, [lower[0], .. capital[1..]]),
            ])
            .Prepend(value).Distinct(StringComparer.Ordinal)];
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
