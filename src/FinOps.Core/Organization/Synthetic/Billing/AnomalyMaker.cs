using FinOps.Core.Costs;
using FinOps.Core.Costs.Rows;

namespace FinOps.Core.Organization.Synthetic.Billing;

/// <summary>Puts a planned anomaly into a column and reports what it did there.</summary>
internal static class AnomalyMaker
{
    public static SyntheticAnomaly Apply(
        SeededAnomaly plan, SyntheticOrganization organization, SyntheticAccount account, CostLineItem item, long[] cost, DateRange days)
    {
        long actual = 0, expected = 0, largest = 0;
        foreach (var day in plan.Days.Intersect(days).EachDay())
        {
            ref var amount = ref cost[day.DayNumber - days.Start.DayNumber];
            expected += amount;
            var unusual = amount * plan.FactorPerMille / 1_000;
            largest = Math.Max(largest, unusual - amount);
            actual += amount = unusual;
        }
        return new SyntheticAnomaly(
            AnomalyId(organization.Options.Seed, plan.Name), account, item.Service, item.Region, item.UsageType, plan.Days,
            Dollars(actual), Dollars(expected), Dollars(largest), plan.Days.End == organization.Options.AsOf);
    }

    private static Money Dollars(long micros) => Money.Usd(micros / (decimal)CostSeries.Scale);

    private static string AnomalyId(int seed, string name)
    {
        var high = StableHash.Of(seed, name);
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, high);
        BitConverter.TryWriteBytes(bytes[8..], StableHash.Mix(high));
        return new Guid(bytes).ToString("D");
    }
}
