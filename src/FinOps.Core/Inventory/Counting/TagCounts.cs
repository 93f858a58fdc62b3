namespace FinOps.Core.Inventory.Counting;

/// <summary>What <see cref="TagTally"/> counted. The same resources give the same counts in whatever order they come.</summary>
public sealed record TagCounts
{
    public required int Resources { get; init; }

    /// <summary>Resources without any tag but those of AWS itself.</summary>
    public required int Untagged { get; init; }

    /// <summary>Tags on all resources together, those of AWS included.</summary>
    public required long Tags { get; init; }

    /// <summary>Most used first, then by text.</summary>
    public required IReadOnlyList<KeyCount> Keys { get; init; }

    /// <summary>Tags whose key is not listed because there are too many different ones.</summary>
    public required long UnlistedTags { get; init; }

    /// <summary>Exact while <see cref="UnlistedTags"/> is 0, else an estimate within a few percent.</summary>
    public required long DistinctKeys { get; init; }

    public required IReadOnlyList<PlaceCount> Accounts { get; init; }

    public required IReadOnlyList<PlaceCount> Regions { get; init; }

    public required IReadOnlyList<PlaceCount> Types { get; init; }

    public KeyCount? Key(string key) => Keys.FirstOrDefault(count => count.Key == key);
}
