using FinOps.LocalAws.CostExplorer.Expressions;
using FinOps.LocalAws.CostExplorer.Input;

namespace FinOps.LocalAws.CostExplorer.Queries;

/// <summary>Reads GroupBy.</summary>
internal static class GroupByInput
{
    private const int MaximumGroups = 2;

    public static IReadOnlyList<CostGrouping> Read(RequestInput input, bool withResources = false)
    {
        var definitions = input.Objects("GroupBy")
            .Select(definition => (Type: definition.Choice("Type", ["DIMENSION", "TAG", "COST_CATEGORY"]), Key: definition.RequiredText("Key", max: 1024)))
            .ToList();
        input.Check();
        if (definitions.Count > MaximumGroups)
            throw CostExplorerErrors.Validation($"Maximum number of groups allowed is {MaximumGroups}, but {definitions.Count} were given.");
        var groupings = definitions.Select(definition => Grouping(definition.Type, definition.Key, withResources)).ToList();
        return groupings.Distinct().Count() == groupings.Count
            ? groupings
            : throw CostExplorerErrors.Validation($"Group by key {groupings[0].Key} is given twice.");
    }

    private static CostGrouping Grouping(string? type, string key, bool withResources) => type switch
    {
        "TAG" => new CostGrouping(LeafKind.Tag, key),
        "COST_CATEGORY" => new CostGrouping(LeafKind.CostCategory, key),
        _ when CostDimension.Find(key) is { CanGroup: true } && (withResources || key != CostDimension.ResourceId) => new CostGrouping(LeafKind.Dimension, key),
        _ => throw CostExplorerErrors.Validation($"Dimension {key} not valid. Valid values are {string.Join(", ", CostDimension.GroupKeys)}"),
    };
}
