using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;

namespace FinOps.Core.Tests.Costs.Analysis;

/// <summary>A bill of a few owners with one account and one service each, known on every day of the history.</summary>
internal static class SmallFacts
{
    public static ReportPeriods Periods { get; } = ReportPeriods.AsOfDay(new DateOnly(2026, 11, 21));

    public static CostFacts Of(params (string Tag, string Account, string Service, Func<DateOnly, decimal> Amount)[] lines) => new()
    {
        Periods = Periods,
        Currency = "USD",
        AllocationTag = "Team",
        TagByAccount = [.. lines.SelectMany(line => Cells(Periods.Compared, line.Amount, line.Tag, line.Account))],
        TagByService = [.. lines.SelectMany(line => Cells(Periods.Compared, line.Amount, line.Tag, line.Service))],
        RegionByChargeType = [.. lines.SelectMany(line => Cells(Periods.History, line.Amount, "eu-west-1", "Usage"))],
        AccountNames = new Dictionary<string, string> { ["1"] = "one", ["2"] = "two" },
    };

    public static CostAnalysis Analyse(CostFacts facts) => CostAnalyst.Analyse(facts, RandomFacts.Judge, MoverGates.Default);

    private static IEnumerable<CostCell> Cells(DateRange days, Func<DateOnly, decimal> amount, string first, string second) =>
        days.EachDay().Select(day => Money.Usd(amount(day)) is var money ? new CostCell(day, first, second, new CostAmounts(money, money, money)) : null!);
}
