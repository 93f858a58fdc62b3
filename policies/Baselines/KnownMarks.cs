using FinOps.Core.Baselines;

namespace FinOps.Policies.Baselines;

/// <summary>What of a violation the baseline knows.</summary>
/// <param name="Known">An entry for each mark that it has.</param>
/// <param name="Unknown">The marks that it does not have.</param>
internal sealed record KnownMarks(IReadOnlyList<BaselineEntry> Known, IReadOnlyList<string> Unknown)
{
    public static KnownMarks None { get; } = new([], []);

    /// <summary>Whether nothing about the violation is new.</summary>
    public bool IsAll => Known.Count > 0 && Unknown.Count == 0;

    /// <summary>A line for the person who reads the violation, or null when the baseline knows nothing of it.</summary>
    public string? Note => IsAll ? $"Known since {Known.Min(entry => entry.Since):yyyy-MM-dd}, so it advises; what comes new is not let through."
        : Known.Count > 0 ? $"New: {string.Join("; ", Unknown)}. Known since {Known.Min(entry => entry.Since):yyyy-MM-dd}: {string.Join("; ", Known.Select(entry => entry.Finding))}."
        : null;
}
