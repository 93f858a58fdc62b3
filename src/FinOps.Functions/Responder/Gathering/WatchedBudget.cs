using Amazon.CostExplorer.Model;
using FinOps.Core.Costs;

namespace FinOps.Functions.Responder.Gathering;

/// <summary>A budget as AWS Budgets has it now.</summary>
/// <param name="Limit">Null for what is not money, and for a limit that AWS adjusts.</param>
/// <param name="Period">MONTHLY, QUARTERLY...</param>
/// <param name="Days">The period up to and with today.</param>
/// <param name="Filter">Its scope as Cost Explorer asks for it; null for everything.</param>
/// <param name="Unanswerable">Why Cost Explorer cannot be asked for its scope; null when it can.</param>
internal sealed record WatchedBudget(string Name, Money? Limit, Money? Actual, Money? Forecast, string Period, DateRange Days, string Metric, Expression? Filter, string? Unanswerable)
{
    /// <summary>The accounts that its scope names; empty when it names none.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>Values of tags and cost categories that its scope names, by key.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values { get; init; } = [];
}
