using FinOps.Core.Baselines;

namespace FinOps.Policies.Baselines;

/// <summary>What of a violation the baseline knows.</summary>
/// <param name="Known">An entry for each mark that it has.</param>
/// <param name="Unknown">The marks that it does not have.</param>
/// <param name="Urn">The resource, by its present name.</param>
internal sealed record KnownMarks(IReadOnlyList<BaselineEntry> Known, IReadOnlyList<string> Unknown, string Urn)
{
    public static KnownMarks None { get; } = new([], [], "");

    /// <summary>Whether nothing about the violation is new.</summary>
    public bool IsAll => Known.Count > 0 && Unknown.Count == 0;

    /// <summary>A line for the person who reads the violation, or null when the baseline knows nothing of it.</summary>
    public string? Note => IsAll ? KnownNote.Since(Known.Min(entry => entry.Since))
        : Known.Count > 0 ? $"New: {string.Join("; ", Unknown)}. Known since {Known.Min(entry => entry.Since):yyyy-MM-dd}: {string.Join("; ", Known.Select(entry => entry.Finding))}."
        : null;

    /// <summary>A line for each name under which the baseline knows a resource that has another by now.</summary>
    public IEnumerable<string> FormerNames => Known.Select(entry => entry.Urn).Where(urn => urn != Urn).Distinct(StringComparer.Ordinal).Select(KnownNote.Former);
}
