using FinOps.Core.Costs;
using FinOps.Core.Costs.Rows;
using FinOps.LocalAws.Hosting;

namespace FinOps.LocalAws.Services.CostOptimizationHub;

/// <summary>What the management account is advised to buy: plans and reservations for the same compute, which exclude each other, and reservations for databases and caches.</summary>
internal static class CommitmentAdvice
{
    private const int LookbackDays = 30;

    public static IEnumerable<HubRecommendation> Of(LocalAwsEnvironment environment)
    {
        var account = environment.ManagementAccountId;
        var usage = environment.Organization.Costs.Series.Where(series => series.Item.RecordType == RecordTypes.Usage).ToList();
        var compute = usage.Where(series => series.Item is { ServiceCode: "AmazonEC2", InstanceType.Length: > 0 }).ToList();
        yield return Make("ComputeSavingsPlans", "PurchaseSavingsPlans", "us-east-1", Monthly(compute), 0.11m, "1 year, no upfront");
        foreach (var place in compute.GroupBy(series => (series.Item.InstanceTypeFamily, series.Item.Region)).OrderBy(group => group.Key.InstanceTypeFamily, StringComparer.Ordinal).ThenBy(group => group.Key.Region, StringComparer.Ordinal))
        {
            yield return Make("Ec2InstanceSavingsPlans", "PurchaseSavingsPlans", place.Key.Region, Monthly(place), 0.14m, $"{place.Key.InstanceTypeFamily}, 1 year, no upfront");
            yield return Make("Ec2ReservedInstances", "PurchaseReservedInstances", place.Key.Region, Monthly(place), 0.13m, $"{place.Key.InstanceTypeFamily}, standard, 1 year");
        }

        foreach (var (code, kind) in new[] { ("AmazonRDS", "RdsReservedInstances"), ("AmazonElastiCache", "ElastiCacheReservedInstances") })
            foreach (var place in usage.Where(series => series.Item.ServiceCode == code && series.Item.InstanceType.Length > 0).GroupBy(series => series.Item.Region).OrderBy(group => group.Key, StringComparer.Ordinal))
                yield return Make(kind, "PurchaseReservedInstances", place.Key, Monthly(place), 0.2m, "1 year, no upfront");

        HubRecommendation Make(string kind, string action, string region, decimal cost, decimal share, string what) => new(
            Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{account}|{kind}|{action}|{region}|{what}")), account, region, null, null, kind, kind, action,
            decimal.Round(cost * share, 6), cost, "VeryLow", false, false, "on demand", what, LookbackDays, "CostExplorer", CostLineItem.NoTags);
    }

    /// <summary>What one commitment at a time can be bought for: all of compute together, anything else by region.</summary>
    public static string Family(HubRecommendation item) => item.CurrentType is "ComputeSavingsPlans" or "Ec2InstanceSavingsPlans" or "Ec2ReservedInstances" ? "compute" : $"{item.CurrentType} {item.Region}";

    private static decimal Monthly(IEnumerable<CostSeries> series)
    {
        var micros = 0L;
        foreach (var one in series)
            foreach (var amount in one.Column(CostMetric.UnblendedCost)[Math.Max(0, one.Days - LookbackDays)..])
                micros += amount;
        return micros / (decimal)CostSeries.Scale;
    }
}
