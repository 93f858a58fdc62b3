using FinOps.Core.Costs;

namespace FinOps.Core.Scheduling.Savings;

/// <summary>What one usage type of one region cost and how long it was used, on demand, in a period of the bill.</summary>
/// <param name="UsageType">As the bill has it: <c>EUC1-BoxUsage:m6i.large</c>, in US East without a prefix.</param>
public sealed record BilledHours(string Region, string UsageType, decimal Hours, Money Cost);

/// <summary>
/// Prices of an hour, as the organization's own bill shows them: cost divided by hours of on-demand usage. Nothing is estimated; what the bill
/// does not show has no rate.
/// </summary>
public sealed class OnDemandRates
{
    private readonly Dictionary<(string Region, string UsageType), Money> _rates;

    private OnDemandRates(Dictionary<(string, string), Money> rates, DateRange? period) => (_rates, Period) = (rates, period);

    public static OnDemandRates None { get; } = new([], null);

    /// <summary>The days of the bill; null when it was not read.</summary>
    public DateRange? Period { get; }

    public int Count => _rates.Count;

    public static OnDemandRates From(IEnumerable<BilledHours> rows, DateRange period)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var rates = rows.Where(row => row is { Hours: > 0, Cost.Amount: > 0 })
            .GroupBy(row => (row.Region, Plain(row.UsageType)))
            .Where(group => group.Select(row => row.Cost.Currency).Distinct(StringComparer.Ordinal).Count() == 1)
            .ToDictionary(group => group.Key, group => Money.Sum(group.Select(row => row.Cost), group.First().Cost.Currency) / group.Sum(row => row.Hours));
        return new OnDemandRates(rates, period);
    }

    /// <summary>The price of an hour of all the machines together; null when the bill shows no price for one of them.</summary>
    public Money? Of(string region, IReadOnlyList<MachineHours> machines)
    {
        ArgumentNullException.ThrowIfNull(machines);
        var rates = machines.Select(machine => _rates.TryGetValue((region, machine.UsageType), out var rate) ? rate * machine.Count : (Money?)null).ToList();
        return rates.Count == 0 || rates.Contains(null) || rates.Select(rate => rate!.Value.Currency).Distinct(StringComparer.Ordinal).Count() > 1
            ? null
            : Money.Sum(rates.Select(rate => rate!.Value), rates[0]!.Value.Currency);
    }

    // EUC1-BoxUsage:m6i.large: regions other than US East have a prefix. Multi-AZUsage has a hyphen of its own.
    private static string Plain(string usageType)
    {
        var end = usageType.IndexOf(':', StringComparison.Ordinal);
        var name = end < 0 ? usageType : usageType[..end];
        foreach (var known in (string[])["Multi-AZUsage", "InstanceUsage", "BoxUsage"])
        {
            if (name.EndsWith(known, StringComparison.Ordinal))
            {
                return usageType[(name.Length - known.Length)..];
            }
        }

        return usageType;
    }
}
