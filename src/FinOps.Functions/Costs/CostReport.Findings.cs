using System.Text.Json.Serialization;
using FinOps.Core.Budgeting;
using FinOps.Core.Costs.Budgets;
using FinOps.Functions.Digest;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Costs;

public sealed partial record CostReport : IOwnedReport
{
    private const string TeamBudgets = "finops-team-";

    private const int MostDrivers = 10;

    /// <summary>What owners have to look at: usage that grew, budgets that are or will be exceeded, cost that is most likely theirs; and for nobody, what has no owner.</summary>
    [JsonIgnore]
    public IReadOnlyList<OwnerFindings> Findings =>
    [
        .. Growth().Concat(Exceeded()).Concat(Misspelt()).Concat(Unallocated())
            .GroupBy(each => each.Owner, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new OwnerFindings(group.Key, [.. group.Select(each => each.Finding).DistinctBy(finding => finding.Id)])),
    ];

    /// <summary>Without the answers that they come from, findings are not gone.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> NotLookedAt =>
    [
        .. Analysis.KnowsOwners ? (string[])[] : ["growth/", "misspelt/", "unallocated/"],
        .. NotSeen.Any(spot => spot.What.StartsWith("budget", StringComparison.Ordinal)) ? (string[])["budget/"] : [],
    ];

    private IEnumerable<(string Owner, Finding Finding)> Growth() =>
        from mover in Analysis.OwnerMovers
        where mover.Key.Length > 0 && mover.Change.Amount > 0
        select (mover.Key, new Finding(
            $"growth/{mover.Key}", $"Usage grew from {Figures.Money(mover.Before)} to {Figures.Money(mover.After)} in a week ({Figures.SignedPercent(mover.ChangeRatio)})",
            FindingSeverity.Warning, mover.Change.Amount, mover.Change.Currency));

    private IEnumerable<(string Owner, Finding Finding)> Exceeded() =>
        from budget in Analysis.Budgets
        where budget.State != BudgetState.Within
        select (OwnerOf(budget.Name), new Finding(
            $"budget/{budget.Name}", $"Budget {budget.Name}: {Figures.Money(budget.Actual)} of {Figures.Money(budget.Limit)} spent{(budget.Forecast is { } forecast ? $", {Figures.Money(forecast)} forecast" : "")}",
            budget.State == BudgetState.Over ? FindingSeverity.Urgent : FindingSeverity.Warning, budget.Actual.Amount - budget.Limit.Amount, budget.Limit.Currency));

    private IEnumerable<(string Owner, Finding Finding)> Misspelt() =>
        from value in Analysis.Allocation.InvalidValues
        where value.Verdict.Suggestion is not null
        select (value.Verdict.Suggestion!, new Finding(
            $"misspelt/{value.Cost.Key}", $"{Figures.Money(value.Cost.Current)} is tagged {Analysis.Allocation.TagKey} '{value.Cost.Key}', which is most likely yours: correct the tags",
            FindingSeverity.Warning, value.Cost.Current.Amount, value.Cost.Current.Currency));

    private IEnumerable<(string Owner, Finding Finding)> Unallocated() =>
        from driver in Analysis.Allocation.Accounts.Take(MostDrivers)
        where driver.Unallocated.Amount > 0
        select ("", new Finding(
            $"unallocated/{driver.Key}", $"{driver.Label} has {Figures.Money(driver.Unallocated)} without an owner", FindingSeverity.Note, driver.Unallocated.Amount, driver.Unallocated.Currency));

    /// <summary>The team of a team's budget; empty for others. A value that is no team is nobody's to the digest.</summary>
    private string OwnerOf(string budget)
    {
        var id = budget.StartsWith(TeamBudgets, StringComparison.Ordinal) ? budget[TeamBudgets.Length..] : "";
        return Analysis.Allocation.Values.Select(value => value.Cost.Key).FirstOrDefault(key => key.Length > 0 && PlannedBudget.Slug(key) == id) ?? id;
    }
}
