namespace FinOps.Core.Costs.Analysis;

/// <summary>Turns gathered facts into an analysis. Pure: the same facts give the same analysis.</summary>
public static class CostAnalyst
{
    /// <param name="judge">Holds a value of the allocation tag (empty for "no tag") against the tag standard.</param>
    public static CostAnalysis Analyse(CostFacts facts, Func<string, TagVerdict> judge, MoverGates gates)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var usageByRegion = facts.RegionByChargeType.Where(cell => ResourceUsage.Contains(cell.Second)).ToList();
        var byTag = Cut(facts, CostDimension.AllocationTag, facts.TagByAccount, First, Amortized, TagLabel, facts.AllocationTag);
        var accounts = Cut(facts, CostDimension.Account, facts.TagByAccount, Second, Amortized, AccountLabel);
        var services = Cut(facts, CostDimension.Service, facts.TagByService, Second, Amortized, Itself);
        var regions = Cut(facts, CostDimension.Region, usageByRegion, First, Amortized, Itself);
        var usageByDay = ByDay(facts.TagByAccount, Amortized, facts.Currency);
        return new CostAnalysis
        {
            Periods = facts.Periods,
            Currency = facts.Currency,
            Bill = Cut(facts, CostDimension.ChargeType, facts.RegionByChargeType, Second, amounts => amounts.Unblended, Itself),
            NetAmortizedBill = Cut(facts, CostDimension.ChargeType, facts.RegionByChargeType, Second, amounts => amounts.NetAmortized, Itself),
            Allocation = AllocationAnalyst.Analyse(facts, byTag, accounts, services, judge),
            Services = services,
            Accounts = accounts,
            Regions = regions,
            FurtherTags = [.. facts.FurtherTags
                .OrderBy(tag => tag.Key, StringComparer.Ordinal)
                .Select(tag => Cut(facts, CostDimension.FurtherTag, tag.Value, First, Amortized, TagLabel, tag.Key))],
            Gates = gates,
            OwnerMovers = Movers(CostDimension.AllocationTag, facts.TagByAccount, First, TagLabel),
            ServiceMovers = Movers(CostDimension.Service, facts.TagByService, Second, Itself),
            AccountMovers = Movers(CostDimension.Account, facts.TagByAccount, Second, AccountLabel),
            Days = Days(facts, usageByDay),
            Estimate = RunRate.Estimate(usageByDay, facts.Periods, facts.Currency),
            CrossCheck = new CrossCheck(Whole(facts.TagByAccount), Whole(facts.TagByService), Whole(usageByRegion)),
            EstimatedDays = facts.EstimatedDays.Count(facts.Periods.Current.Contains),
        };

        IReadOnlyList<Mover> Movers(CostDimension dimension, IEnumerable<CostCell> cells, Func<CostCell, string> key, Func<string, string> label) =>
            MoverAnalyst.Analyse(dimension, cells, key, label, facts.Periods, gates, facts.Currency);
        Money Whole(IEnumerable<CostCell> cells) => Money.Sum(cells.Select(cell => cell.Amounts.Amortized), facts.Currency);
        string AccountLabel(string id) => facts.AccountNames.GetValueOrDefault(id, id);
    }

    private static Breakdown Cut(
        CostFacts facts,
        CostDimension dimension,
        IEnumerable<CostCell> cells,
        Func<CostCell, string> key,
        Func<CostAmounts, Money> amount,
        Func<string, string> label,
        string name = "") =>
        Breakdown.Of(dimension, name, cells, key, amount, label, facts.Periods, facts.Currency);

    private static List<DailyCost> Days(CostFacts facts, Dictionary<DateOnly, Money> usageByDay)
    {
        var nothing = Money.Zero(facts.Currency);
        var billByDay = ByDay(facts.RegionByChargeType, amounts => amounts.Unblended, facts.Currency);
        return [.. facts.Periods.Gathered.EachDay().Select(day => new DailyCost(
            day, billByDay.GetValueOrDefault(day, nothing), usageByDay.GetValueOrDefault(day, nothing), day < facts.Periods.SettledEnd))];
    }

    private static Dictionary<DateOnly, Money> ByDay(IEnumerable<CostCell> cells, Func<CostAmounts, Money> amount, string currency) =>
        cells.GroupBy(cell => cell.Day).ToDictionary(day => day.Key, day => Money.Sum(day.Select(cell => amount(cell.Amounts)), currency));

    private static string First(CostCell cell) => cell.First;

    private static string Second(CostCell cell) => cell.Second;

    private static Money Amortized(CostAmounts amounts) => amounts.Amortized;

    private static string TagLabel(string value) => value.Length == 0 ? "(no tag)" : value;

    private static string Itself(string key) => key;
}
