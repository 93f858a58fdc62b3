namespace FinOps.Core.Inventory.Similarity;

/// <summary>Spellings of what is probably one word.</summary>
/// <param name="Canonical">The one that should stand everywhere; null when the standard allows none of them, so that a person must choose.</param>
/// <param name="Spellings">The leading one first, then the most used; at least two.</param>
public sealed record SpellingCluster(string? Canonical, IReadOnlyList<Spelled> Spellings)
{
    /// <summary>Resources with another spelling than the one that should stand there.</summary>
    public int ToChange => Spellings.Where(spelled => spelled.Word.Text != Canonical).Sum(spelled => spelled.Word.Resources);
}
