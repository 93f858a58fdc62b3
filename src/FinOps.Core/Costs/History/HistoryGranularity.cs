namespace FinOps.Core.Costs.History;

/// <summary>How finely the history is asked for. Months are shown in both; days are what the index of weekdays needs.</summary>
public enum HistoryGranularity
{
    Monthly,
    Daily,
}
