using FinOps.Functions.Reports;
using FinOps.Functions.Responder.Alerts;

namespace FinOps.Functions.Responder.Gathering;

/// <summary>An alert with all that could be found out about it.</summary>
/// <param name="Budget">Null for other alerts, and when it could not be read.</param>
/// <param name="Pending">Actions of the budget that wait for somebody's approval.</param>
internal sealed record AlertFacts(
    SnsAlert Sns, Alert Alert, WatchedBudget? Budget, CostDrivers? Drivers, IReadOnlyList<Amazon.Budgets.Model.Action> Pending, IReadOnlyList<Owner> Owners, IReadOnlyList<Blindspot> NotSeen)
{
    /// <summary>The root causes that are an owner's, of an anomaly.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<RootCause>> CausesByOwner { get; init; } = new Dictionary<string, IReadOnlyList<RootCause>>();
}
