using System.Collections.Immutable;

namespace FinOps.Core.Compliance.Actions;

/// <summary>The tags that mend one resource.</summary>
/// <param name="Set">Tags to set; a null value is one that a person must choose.</param>
/// <param name="Remove">Keys to take away once those are set.</param>
public sealed record Remedy(ImmutableArray<KeyValuePair<string, string?>> Set, ImmutableArray<string> Remove)
{
    public bool IsEmpty => Set.IsEmpty && Remove.IsEmpty;

    /// <summary>Two fixes with the same text are the same.</summary>
    public string Text => string.Join('\n', [.. Set.Select(tag => $"+{tag.Key}\t{tag.Value ?? "\t"}"), .. Remove.Select(key => $"-{key}")]);

    public bool Equals(Remedy? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}
