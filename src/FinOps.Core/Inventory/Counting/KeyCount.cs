namespace FinOps.Core.Inventory.Counting;

/// <summary>One key as it is written, letter case and all.</summary>
public sealed record KeyCount
{
    /// <summary>More values than this, and nearly as many as resources: the key names single things.</summary>
    private const int FewestNames = 50;

    public required string Key { get; init; }

    /// <summary>Resources that have the key, and so the number of its uses.</summary>
    public required int Resources { get; init; }

    /// <summary>Exact while <see cref="UnlistedResources"/> is 0, else an estimate within a few percent.</summary>
    public required long DistinctValues { get; init; }

    /// <summary>Most used first, then by text.</summary>
    public required IReadOnlyList<ValueCount> Values { get; init; }

    /// <summary>Resources whose value of this key is not listed because there are too many different ones.</summary>
    public required int UnlistedResources { get; init; }

    public required IReadOnlyList<string> Accounts { get; init; }

    public required IReadOnlyList<string> Regions { get; init; }

    public required IReadOnlyList<string> Types { get; init; }

    /// <summary>The resources with the smallest ARNs.</summary>
    public required IReadOnlyList<string> Examples { get; init; }

    /// <summary>True when values are names of single things (<c>Name</c>, ids): two alike are two things, not two spellings.</summary>
    public bool NamesSingleThings => DistinctValues > FewestNames && DistinctValues * 2 > Resources;
}
