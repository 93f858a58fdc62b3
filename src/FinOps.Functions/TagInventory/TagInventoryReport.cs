using System.Globalization;
using FinOps.Core.Inventory.Counting;
using FinOps.Core.Inventory.Fixes;
using FinOps.Core.Inventory.Similarity;
using FinOps.Functions.Reports;

namespace FinOps.Functions.TagInventory;

/// <summary>The one view model of the tag inventory; every renderer shows this and nothing else. Long lists are cut here, and say by how much.</summary>
public sealed record TagInventoryReport : IReport
{
    public string FunctionName => TagInventoryAnalyzer.FunctionName;

    public string Period => Day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public required DateOnly Day { get; init; }

    public required InventoryTotals Totals { get; init; }

    /// <summary>Most used first.</summary>
    public required IReadOnlyList<KeyRow> Keys { get; init; }

    /// <summary>Clusters of keys; what most resources must change for comes first.</summary>
    public required IReadOnlyList<SpellingCluster> KeyClusters { get; init; }

    /// <summary>Clusters of values, by the key as it should be written.</summary>
    public required IReadOnlyList<ValueClusters> ValueClusters { get; init; }

    /// <summary>Keys whose values name single things and were not compared.</summary>
    public required IReadOnlyList<string> NotCompared { get; init; }

    public required FixSummary Fixes { get; init; }

    public required SpendSummary Spend { get; init; }

    /// <summary>Null when nobody could say; what could not be seen tells why.</summary>
    public required NeverTagged? NeverTagged { get; init; }

    public required IReadOnlyList<PlaceCount> Accounts { get; init; }

    public required IReadOnlyList<PlaceCount> Regions { get; init; }

    public required IReadOnlyList<PlaceCount> Types { get; init; }

    /// <summary>By account id, as far as known.</summary>
    public required IReadOnlyDictionary<string, string> AccountNames { get; init; }

    public required IReadOnlyList<Blindspot> NotSeen { get; init; }

    public required RunCost Cost { get; init; }

    public required DateTimeOffset GeneratedAt { get; init; }

    public required string RunId { get; init; }

    public required string Source { get; init; }

    public IReadOnlyList<HeadlineNote> Headlines => InventoryNotes.For(this);
}
