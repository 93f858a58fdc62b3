namespace FinOps.Core.Costs.History;

public enum MonthState
{
    /// <summary>Over, and with cost: only such months are compared.</summary>
    Whole,

    /// <summary>Not over yet.</summary>
    Partial,

    /// <summary>AWS reported no cost at all. That is not a cost of zero: the history may begin later.</summary>
    NoData,
}
