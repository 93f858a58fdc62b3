using FinOps.Core.Compliance.Actions;
using FinOps.Core.Costs;

namespace FinOps.Core.Compliance.Results;

/// <summary>A resource that is not compliant.</summary>
/// <param name="Owner">The team that answers for it; empty when nobody is known.</param>
/// <param name="Spend">What it costs, or null when that is not known.</param>
/// <param name="IsEstimate">True when <paramref name="Spend"/> is its even part of what the service costs in the account.</param>
/// <param name="Findings">What is wrong, one sentence each, waived things left out.</param>
public sealed record FindingRow(
    string Arn, string AccountId, string Region, string Type, string Owner, Money? Spend, bool IsEstimate, IReadOnlyList<string> Findings, Remedy Remedy);
