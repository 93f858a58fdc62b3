using FinOps.Core.Costs;

namespace FinOps.Functions.Responder.Alerts;

/// <summary>What a notification says.</summary>
public abstract record Alert;

/// <summary>A budget passed a threshold.</summary>
/// <param name="BudgetType">As AWS writes it: Cost, Usage, Savings Plans Utilization...</param>
/// <param name="OnForecast">True when the forecast passed it, false when the spend did.</param>
/// <param name="Threshold">As AWS writes it: <c>&gt; $80.00</c>.</param>
/// <param name="Budgeted">Null for what is not money.</param>
/// <param name="Amount">What was spent, or is forecast; null for what is not money.</param>
/// <param name="BudgetedText">As AWS writes it.</param>
/// <param name="AmountText">As AWS writes it.</param>
public sealed record BudgetAlert(
    string BudgetName, string BudgetType, bool OnForecast, string Threshold, Money? Budgeted, string BudgetedText, Money? Amount, string AmountText) : Alert;

/// <summary>An action of a budget: it waits for approval, ran, or failed.</summary>
/// <param name="Details">The other lines of the notification, names and values.</param>
public sealed record BudgetActionAlert(string BudgetName, IReadOnlyList<KeyValuePair<string, string>> Details) : Alert;

/// <summary>Cost Anomaly Detection found something.</summary>
/// <param name="What">The value of the monitor's dimension that it is about, such as a service; empty when it says none.</param>
/// <param name="Start">The first day, as AWS writes it.</param>
/// <param name="ImpactShare">Impact over expected, 1 being as much again; null when AWS gives none.</param>
/// <param name="Details">The anomaly in the console; null when it is no address of AWS's console.</param>
public sealed record AnomalyAlert(
    string AnomalyId, string Monitor, string What, string Start, string? End, Money Impact, Money? Actual, Money? Expected, decimal? ImpactShare,
    IReadOnlyList<RootCause> RootCauses, Uri? Details) : Alert;

/// <param name="Account">Twelve digits; null when it says none.</param>
/// <param name="Contribution">Its part of the impact; null when AWS gives none.</param>
public sealed record RootCause(string? Account, string AccountName, string Service, string Region, string UsageType, Money? Contribution);

/// <summary>A notification that this version cannot read. It is delivered as it came.</summary>
/// <param name="Why">What about it could not be read.</param>
public sealed record UnparsedAlert(string Why) : Alert;
