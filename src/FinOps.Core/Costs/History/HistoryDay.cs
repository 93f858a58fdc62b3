namespace FinOps.Core.Costs.History;

/// <param name="IsSettled">False for the last days, which AWS still corrects.</param>
public sealed record HistoryDay(DateOnly Day, Money Total, bool IsSettled);
