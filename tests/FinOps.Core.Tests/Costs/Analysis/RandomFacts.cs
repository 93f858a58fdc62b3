using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;

namespace FinOps.Core.Tests.Costs.Analysis;

/// <summary>One random bill, asked the three questions of the report; the same seed gives the same bill.</summary>
internal static class RandomFacts
{
    private static readonly string[] Tags = ["", "payments", "search", "paymets", "=cmd", "constructor"];
    private static readonly string[] Services = ["EC2", "S3", "Lambda", "RDS"];
    private static readonly string[] Regions = ["us-east-1", "eu-west-1", "global"];
    private static readonly string[] Types = ["Usage", "SavingsPlanCoveredUsage", "SavingsPlanNegation", "Credit", "Refund", "Tax"];

    public static CostFacts Make(int seed)
    {
        var random = new Random(seed);
        var asOf = new DateOnly(2026, 1, 1).AddDays(random.Next(400));
        var periods = ReportPeriods.AsOfDay(asOf);
        var lines = Enumerable.Range(0, random.Next(1, 400)).Select(_ => new Line(
            Day(random.Next(3) == 0 ? periods.History : periods.Gathered),
            Pick(Tags), Pick(Services), $"{random.Next(1, 6)}", Pick(Regions), Pick(Types),
            new CostAmounts(Amount(), Amount(), Amount()))).ToList();
        var usage = lines.Where(line => ResourceUsage.Contains(line.Type) && periods.Compared.Contains(line.Day)).ToList();
        return new CostFacts
        {
            Periods = periods,
            Currency = "USD",
            AllocationTag = "Team",
            TagByAccount = Cells(usage, line => line.Tag, line => line.Account),
            TagByService = Cells(usage, line => line.Tag, line => line.Service),
            RegionByChargeType = Cells(lines, line => line.Region, line => line.Type),
            AccountNames = new Dictionary<string, string> { ["1"] = "one" },
        };

        DateOnly Day(DateRange days) => days.Start.AddDays(random.Next(days.Days));
        string Pick(string[] from) => from[random.Next(from.Length)];
        Money Amount() => Money.Usd(random.Next(-20_000, 2_000_000) / 10_000m);
    }

    public static TagVerdict Judge(string value) => value switch
    {
        "payments" or "search" => TagVerdict.Allocated($"{value}@example.com"),
        "" => TagVerdict.Unallocated("no tag"),
        _ => TagVerdict.Unallocated("not allowed", value == "paymets" ? "payments" : null),
    };

    private static List<CostCell> Cells(IEnumerable<Line> lines, Func<Line, string> first, Func<Line, string> second) =>
        [.. lines.GroupBy(line => (line.Day, First: first(line), Second: second(line)))
            .Select(group => new CostCell(group.Key.Day, group.Key.First, group.Key.Second, group.Select(line => line.Amounts).Aggregate((a, b) => a + b)))];

    private sealed record Line(DateOnly Day, string Tag, string Service, string Account, string Region, string Type, CostAmounts Amounts);
}
