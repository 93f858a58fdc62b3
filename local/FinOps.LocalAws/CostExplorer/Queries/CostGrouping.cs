using FinOps.Core.Costs.Rows;
using FinOps.LocalAws.CostExplorer.Expressions;

namespace FinOps.LocalAws.CostExplorer.Queries;

/// <summary>One key to group by.</summary>
/// <param name="Kind">What the key names.</param>
internal sealed record CostGrouping(LeafKind Kind, string Key)
{
    /// <summary>The type as the API writes it.</summary>
    public string ApiType => Kind switch
    {
        LeafKind.Dimension => "DIMENSION",
        LeafKind.Tag => "TAG",
        _ => "COST_CATEGORY",
    };

    /// <summary>The group key of a row: a dimension's value, or <c>Key$value</c> with nothing after the dollar for rows without one.</summary>
    public string KeyOf(CostView view, CostLineItem item, DateOnly day) => Kind switch
    {
        LeafKind.Dimension => CostDimension.Find(Key)!.ValueOf(item),
        LeafKind.Tag => $"{Key}${view.TagValue(item, Key)}",
        _ => $"{Key}${view.CategoryValue(item, Key, day)}",
    };
}
