namespace FinOps.Core.Costs.History;

/// <summary>The kinds of grouping that Cost Explorer answers with one key.</summary>
public enum HistoryGroupingKind
{
    Service,
    Account,
    Region,
    RecordType,
    Tag,
    Category,
}
