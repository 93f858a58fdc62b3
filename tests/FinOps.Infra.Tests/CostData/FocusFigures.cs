namespace FinOps.Infra.Tests.CostData;

/// <summary>The figures of the named queries a second time, in decimals and without SQL.</summary>
internal sealed class FocusFigures(IReadOnlyList<FocusRow> rows, DateOnly today, string ownerKey, IReadOnlyList<string> owners, int months, int settle, int window, int top)
{
    private string Month => today.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);

    private IEnumerable<FocusRow> Recent => rows.Where(row =>
        string.CompareOrdinal(row.BillingPeriod, today.AddMonths(1 - months).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)) >= 0);

    public IEnumerable<string> Allocation() => Recent.GroupBy(row => row.BillingPeriod).OrderBy(month => month.Key, StringComparer.Ordinal).Select(month =>
    {
        var allocatable = month.Where(IsAllocatable).ToList();
        var (all, owned) = (allocatable.Sum(row => row.EffectiveCost), allocatable.Where(row => Owner(row) is not null).Sum(row => row.EffectiveCost));
        return FocusDatabase.Line(month.Key, all, owned, all == 0 ? null : 100 * owned / all, month.Where(row => !IsAllocatable(row)).Sum(row => row.EffectiveCost));
    });

    public IEnumerable<string> UnallocatedDrivers() => rows
        .Where(row => row.BillingPeriod == Month && IsAllocatable(row) && Owner(row) is null)
        .GroupBy(row => (row.SubAccountId, row.SubAccountName, row.ServiceName, row.ResourceType))
        .Select(group => (group.Key, Cost: group.Sum(row => row.EffectiveCost), Resources: (long)group.Select(row => row.ResourceId).OfType<string>().Distinct().Count()))
        .Where(group => group.Cost > 0)
        .OrderByDescending(group => group.Cost).ThenBy(group => group.Key.SubAccountId, StringComparer.Ordinal).ThenBy(group => group.Key.ServiceName, StringComparer.Ordinal).ThenBy(group => group.Key.ResourceType, StringComparer.Ordinal)
        .Take(top)
        .Select(group => FocusDatabase.Line(group.Key.SubAccountId, group.Key.SubAccountName, group.Key.ServiceName, group.Key.ResourceType, group.Cost, group.Resources));

    public IEnumerable<string> TopMovers()
    {
        var end = today.AddDays(-settle).ToDateTime(TimeOnly.MinValue);
        var (middle, start) = (end.AddDays(-window), end.AddDays(-2 * window));
        return rows
            .Where(row => row.ChargePeriodStart >= start && row.ChargePeriodStart < end && IsAllocatable(row))
            .GroupBy(row => (Owner: Owner(row) ?? "(unallocated)", row.ServiceName))
            .Select(group => (group.Key, Now: group.Where(row => row.ChargePeriodStart >= middle).Sum(row => row.EffectiveCost), Before: group.Where(row => row.ChargePeriodStart < middle).Sum(row => row.EffectiveCost)))
            .OrderByDescending(group => Math.Abs(group.Now - group.Before)).ThenBy(group => group.Key.Owner, StringComparer.Ordinal).ThenBy(group => group.Key.ServiceName, StringComparer.Ordinal)
            .Take(top)
            .Select(group => FocusDatabase.Line(group.Key.Owner, group.Key.ServiceName, group.Now, group.Before, group.Now - group.Before));
    }

    public IEnumerable<string> Commitments() => Recent
        .Where(row => row.CommitmentDiscountId is not null && row.ChargeCategory == "Usage")
        .GroupBy(row => (row.BillingPeriod, row.CommitmentDiscountId, row.CommitmentDiscountType))
        .Select(group => (group.Key, Cost: group.Sum(row => row.EffectiveCost), Waste: group.Where(row => row.CommitmentDiscountStatus == "Unused").Sum(row => row.EffectiveCost)))
        .OrderBy(group => group.Key.BillingPeriod, StringComparer.Ordinal).ThenByDescending(group => group.Waste).ThenBy(group => group.Key.CommitmentDiscountId, StringComparer.Ordinal)
        .Select(group => FocusDatabase.Line(group.Key.BillingPeriod, group.Key.CommitmentDiscountId, group.Key.CommitmentDiscountType, group.Cost, group.Waste, group.Cost == 0 ? null : 100 * (1 - (group.Waste / group.Cost))));

    public IEnumerable<string> EffectiveSavingsRate() => Recent.Where(row => row.ChargeCategory == "Usage").GroupBy(row => row.BillingPeriod).OrderBy(month => month.Key, StringComparer.Ordinal).Select(month =>
    {
        var list = month.Sum(row => row.ListCost is null or 0 ? row.ContractedCost ?? 0 : row.ListCost.Value);
        var cost = month.Sum(row => row.EffectiveCost);
        return FocusDatabase.Line(month.Key, list, cost, list - cost, list == 0 ? null : 100 * (1 - (cost / list)));
    });

    private static bool IsAllocatable(FocusRow row) => row.ChargeCategory == "Usage" && !row.ServiceName.Contains("Support", StringComparison.Ordinal);

    private string? Owner(FocusRow row) =>
        (row.Tags.GetValueOrDefault(ownerKey) ?? row.Tags.GetValueOrDefault("user:" + ownerKey)) is { } owner && owners.Contains(owner) ? owner : null;
}
