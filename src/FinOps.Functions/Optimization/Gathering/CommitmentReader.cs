using System.Globalization;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using FinOps.Core.Costs;
using FinOps.Core.Optimization.Commitments;
using FinOps.Functions.Aws;
using FinOps.Functions.Costs.Gathering;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Optimization.Gathering;

/// <summary>Utilization and coverage of savings plans and of reservations in the last whole month: four questions. AWS has no data where there are no commitments.</summary>
internal sealed class CommitmentReader(IAmazonCostExplorer costExplorer, RequestMeter meter)
{
    private const string Plans = "Savings plans";
    private const string Reservations = "Reservations";

    public async Task<(CommitmentFacts? Facts, IReadOnlyList<Blindspot> NotSeen)> ReadAsync(BillingMonth month, string currency, CancellationToken cancellationToken)
    {
        var interval = CostPages.Interval(month.Range);
        var (notSeen, without, answered) = (new List<Blindspot>(), new SortedSet<string>(StringComparer.Ordinal), 0);
        var planUse = await AskAsync(Plans, "GetSavingsPlansUtilization", async () => (await meter.CountAsync(RunCost.CostExplorerService, costExplorer.GetSavingsPlansUtilizationAsync(
            new() { TimePeriod = interval, Granularity = Granularity.MONTHLY }, cancellationToken)).ConfigureAwait(false)).Total).ConfigureAwait(false);
        var planCover = await AskAsync(Plans, "GetSavingsPlansCoverage", () => PlanCoverageAsync(interval, cancellationToken)).ConfigureAwait(false);
        var reservedUse = await AskAsync(Reservations, "GetReservationUtilization", async () => (await meter.CountAsync(RunCost.CostExplorerService, costExplorer.GetReservationUtilizationAsync(
            new() { TimePeriod = interval, Granularity = Granularity.MONTHLY }, cancellationToken)).ConfigureAwait(false)).Total).ConfigureAwait(false);
        var reservedCover = await AskAsync(Reservations, "GetReservationCoverage", async () => (await meter.CountAsync(RunCost.CostExplorerService, costExplorer.GetReservationCoverageAsync(
            new() { TimePeriod = interval, Granularity = Granularity.MONTHLY }, cancellationToken)).ConfigureAwait(false)).Total).ConfigureAwait(false);

        var uses = new List<CommitmentUse>();
        if (planUse is not null || planCover is not null)
        {
            uses.Add(new CommitmentUse(
                Plans, month.Range, Money(planUse?.Utilization?.TotalCommitment), Money(planUse?.Utilization?.UsedCommitment), Ratio(planUse?.Utilization?.UtilizationPercentage),
                Money(planUse?.Savings?.NetSavings), planCover?.Covered, planCover?.OnDemand, planCover is { } cover ? cover.Covered.ShareOf(cover.Covered + cover.OnDemand) : null));
        }

        if (reservedUse is not null || reservedCover is not null)
        {
            var (total, unused) = (Money(reservedUse?.TotalAmortizedFee), Money(reservedUse?.RICostForUnusedHours));
            uses.Add(new CommitmentUse(
                Reservations, month.Range, total, total - unused, Ratio(reservedUse?.UtilizationPercentage), Money(reservedUse?.NetRISavings),
                null, Money(reservedCover?.CoverageCost?.OnDemandCost), Ratio(reservedCover?.CoverageHours?.CoverageHoursPercentage)));
        }

        without.ExceptWith(uses.Select(use => use.Kind));
        return (answered == 0 ? null : new CommitmentFacts(uses, [.. without]), notSeen);

        Money? Money(string? text) => Amounts.Of(text, currency);

        async Task<T?> AskAsync<T>(string kind, string operation, Func<Task<T?>> ask)
        {
            try
            {
                var answer = await ask().ConfigureAwait(false);
                answered++;
                return answer;
            }
            catch (DataUnavailableException)
            {
                answered++;
                without.Add(kind);
                return default;
            }
            catch (Exception failure) when (Failures.IsSurvived(failure))
            {
                notSeen.Add(new Blindspot($"{kind.ToLowerInvariant()}: what {operation} tells", Failures.Why(failure), $"Give the role ce:{operation}."));
                return default;
            }
        }

        async Task<Coverage?> PlanCoverageAsync(DateInterval days, CancellationToken token)
        {
            var covers = new List<SavingsPlansCoverageData>();
            await AllPages.ReadAsync(async next =>
            {
                var page = await meter.CountAsync(RunCost.CostExplorerService, costExplorer.GetSavingsPlansCoverageAsync(
                    new() { TimePeriod = days, Granularity = Granularity.MONTHLY, NextToken = next }, token)).ConfigureAwait(false);
                covers.AddRange((page.SavingsPlansCoverages ?? []).Select(each => each.Coverage).OfType<SavingsPlansCoverageData>());
                return page.NextToken;
            }, covers.Clear).ConfigureAwait(false);
            return covers.Count == 0 ? null : new Coverage(
                Core.Costs.Money.Sum(covers.Select(each => Money(each.SpendCoveredBySavingsPlans)).OfType<Money>(), currency),
                Core.Costs.Money.Sum(covers.Select(each => Money(each.OnDemandCost)).OfType<Money>(), currency));
        }
    }

    private static decimal? Ratio(string? percentage) =>
        decimal.TryParse(percentage, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value / 100 : null;

    private sealed record Coverage(Money Covered, Money OnDemand);
}
