using FinOps.Core.Costs;
using FinOps.Core.Costs.Rows;
using FinOps.Core.Organization.Synthetic;

namespace FinOps.LocalAws.Services.Recommendations;

/// <summary>
/// What could be saved in the synthetic organization: drawn from the ids of its bill, so that the same resource gets the same advice from every
/// service and on every day. One resource may have several, of which only one can be done.
/// </summary>
internal sealed class AdviceCatalog
{
    public const int LookbackDays = 14;

    private const decimal DaysOfMonth = 365m / 12;

    private readonly Lazy<IReadOnlyList<SyntheticAdvice>> _all;

    public AdviceCatalog(SyntheticOrganization organization) => _all = new(() => [.. Make(organization)]);

    /// <summary>By account, then resource; the largest saving of a resource first.</summary>
    public IReadOnlyList<SyntheticAdvice> All => _all.Value;

    private static IEnumerable<SyntheticAdvice> Make(SyntheticOrganization organization)
    {
        var table = organization.Costs;
        foreach (var series in table.Series.Where(series => series.Item.ResourceId.Length > 0 && series.Item.RecordType == RecordTypes.Usage)
            .OrderBy(series => series.Item.AccountId, StringComparer.Ordinal).ThenBy(series => series.Item.ResourceId, StringComparer.Ordinal))
        {
            var micros = 0L;
            foreach (var amount in series.Column(CostMetric.UnblendedCost)[Math.Max(0, series.Days - LookbackDays)..])
                micros += amount;
            var monthly = micros / (decimal)CostSeries.Scale / LookbackDays * DaysOfMonth;
            if (monthly < 1)
                continue;
            var roll = (int)(StableHash.Of(organization.Options.Seed, series.Item.ResourceId) % 100);
            foreach (var advice in Of(series.Item, monthly, roll))
                yield return advice;
        }
    }

    private static IEnumerable<SyntheticAdvice> Of(CostLineItem item, decimal monthly, int roll) => Kind(item) switch
    {
        "Ec2Instance" => Instance(item, monthly, roll),
        "EbsVolume" => Volume(item, monthly, roll),
        "RdsDbInstance" => Database(item, monthly, roll),
        "RdsDbInstanceStorage" when roll < 20 => [new(item, "RdsDbInstanceStorage", "Upgrade", monthly, 0.15m, "Low", false, true, "io1", "gp3")],
        "LambdaFunction" when roll < 25 => [new(item, "LambdaFunction", "Rightsize", monthly, 0.22m, "Low", false, true, "1024 MB", "512 MB")],
        "NatGateway" when roll < 12 => [new(item, "NatGateway", "Delete", monthly, 1, "Medium", false, false, "NAT gateway", "no NAT gateway")],
        "ElastiCacheCluster" when roll < 20 => [new(item, "ElastiCacheCluster", "Delete", monthly, 1, "High", false, false, item.InstanceType, "no cluster")],
        _ => [],
    };

    private static string Kind(CostLineItem item) => item.ResourceId.Split(':') switch
    {
        [_, _, "ec2", _, _, var rest] when rest.StartsWith("instance/", StringComparison.Ordinal) => "Ec2Instance",
        [_, _, "ec2", _, _, var rest] when rest.StartsWith("volume/", StringComparison.Ordinal) => "EbsVolume",
        [_, _, "ec2", _, _, var rest] when rest.StartsWith("natgateway/", StringComparison.Ordinal) => "NatGateway",
        [_, _, "rds", _, _, "db", _] => item.InstanceType.Length > 0 ? "RdsDbInstance" : "RdsDbInstanceStorage",
        [_, _, "lambda", _, _, "function", _] => "LambdaFunction",
        [_, _, "elasticache", _, _, "cluster", _] => "ElastiCacheCluster",
        _ => "",
    };

    private static IEnumerable<SyntheticAdvice> Instance(CostLineItem item, decimal monthly, int roll)
    {
        if (roll < 8)
            yield return new(item, "Ec2Instance", "Stop", monthly, 1, "Low", true, true, item.InstanceType, "stopped");
        if (roll < 30)
            yield return new(item, "Ec2Instance", "Rightsize", monthly, 0.42m, "Medium", true, true, item.InstanceType, Smaller(item.InstanceType));
        if (roll < 40)
            yield return new(item, "Ec2Instance", "MigrateToGraviton", monthly, 0.18m, "VeryHigh", true, true, item.InstanceType, Graviton(item.InstanceType));
    }

    private static IEnumerable<SyntheticAdvice> Volume(CostLineItem item, decimal monthly, int roll)
    {
        var old = item.UsageType.EndsWith("gp2", StringComparison.Ordinal);
        if (roll < (old ? 30 : 8))
            yield return new(item, "EbsVolume", "Delete", monthly, 1, "Low", false, false, old ? "gp2" : "gp3", "no volume");
        if (old)
            yield return new(item, "EbsVolume", "Upgrade", monthly, 0.2m, "VeryLow", false, true, "gp2", "gp3");
        else if (roll < 24)
            yield return new(item, "EbsVolume", "Rightsize", monthly, 0.25m, "Low", false, true, "500 GB, 6000 IOPS", "500 GB, 3000 IOPS");
    }

    private static IEnumerable<SyntheticAdvice> Database(CostLineItem item, decimal monthly, int roll)
    {
        if (roll < 10)
            yield return new(item, "RdsDbInstance", "Stop", monthly, 1, "Low", true, true, item.InstanceType, "stopped");
        if (roll < 35)
            yield return new(item, "RdsDbInstance", "Rightsize", monthly, 0.38m, "Medium", true, true, item.InstanceType, Smaller(item.InstanceType));
    }

    /// <summary>The next smaller size of the same family.</summary>
    private static string Smaller(string type)
    {
        var at = type.LastIndexOf('.') + 1;
        return type[..at] + type[at..] switch { "2xlarge" => "xlarge", "xlarge" => "large", "large" => "medium", _ => "small" };
    }

    private static string Graviton(string type) => type.Replace("6i.", "7g.", StringComparison.Ordinal).Replace("g5.", "g5g.", StringComparison.Ordinal);
}
