using FinOps.Core.Costs.Anomalies;
using FinOps.Core.Costs.Budgets;
using FinOps.Core.Costs.Forecasting;
using FinOps.Core.Costs.Reviews;

namespace FinOps.Core.Costs.Analysis;

/// <summary>Turns gathered facts into an analysis. Pure: the same facts give the same analysis.</summary>
public static class CostAnalyst
{
    /// <param name="judge">Holds a value of the allocation tag (empty for "no tag") against the tag standard.</param>
    public static CostAnalysis Analyse(CostFacts facts, Func<string, TagVerdict> judge, MoverGates gates)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(gates);
        var analysis = Cut(facts, judge, gates);
        return analysis with
        {
            Review = WeeklyReview.Of(ReviewPlanner.Candidates(analysis, judge), facts.Periods.AsOf, facts.EarlierReview),
        };
    }

    private static CostAnalysis Cut(CostFacts facts, Func<string, TagVerdict> judge, MoverGates gates)
    {
        var byAccount = Shown(facts, facts.TagByAccount);
        var byService = Shown(facts, facts.TagByService);
        var charges = Shown(facts, facts.RegionByChargeType);
        var usageByRegion = charges.Where(cell => ResourceUsage.Contains(cell.Second)).ToList();
        var byTag = facts.Missing.Contains(CostQuestion.UsageByAccount) ? byService : byAccount;
        var accounts = Cut(facts, CostDimension.Account, byAccount, Second, Amortized, AccountLabel);
        var services = Cut(facts, CostDimension.Service, byService, Second, Amortized, Itself);
        var history = HistoryOf(facts);
        return new CostAnalysis
        {
            Periods = facts.Periods,
            Currency = facts.Currency,
            Missing = [.. facts.Missing.Order()],
            Bill = Cut(facts, CostDimension.ChargeType, charges, Second, amounts => amounts.Unblended, Itself),
            NetAmortizedBill = Cut(facts, CostDimension.ChargeType, charges, Second, amounts => amounts.NetAmortized, Itself),
            Bridge = BillBridge.From(charges.Where(cell => facts.Periods.Current.Contains(cell.Day)), facts.Currency),
            Allocation = AllocationAnalyst.Analyse(
                facts, Cut(facts, CostDimension.AllocationTag, byTag, First, Amortized, TagLabel, facts.AllocationTag), accounts, services, judge),
            Services = services,
            Accounts = accounts,
            Regions = Cut(facts, CostDimension.Region, usageByRegion, First, Amortized, Itself),
            FurtherTags = [.. Ordered(facts.FurtherTags).Select(tag => Cut(facts, CostDimension.FurtherTag, tag.Value, First, Amortized, TagLabel, tag.Key))],
            Categories = [.. Ordered(facts.Categories)
                .Select(category => Cut(facts, CostDimension.CostCategory, category.Value, First, Amortized, CategoryLabel, category.Key))],
            Gates = gates,
            OwnerMovers = Movers(Owners(), MoverSpan.Week),
            ServiceMovers = Movers(Services(byService), MoverSpan.Week),
            AccountMovers = Movers(Accounts(byAccount), MoverSpan.Week),
            MonthMovers =
            [
                .. MonthQuestions().SelectMany(question => Movers(question, MoverSpan.Month))
                    .OrderByDescending(mover => mover.Change.Abs())
                    .ThenBy(mover => mover.Dimension)
                    .ThenBy(mover => mover.Key, StringComparer.Ordinal),
            ],
            Days = Days(facts, facts.Missing.Contains(CostQuestion.UsageByAccount) ? byService : byAccount, charges),
            Forecast = facts.Periods.MonthIsOver || facts.Missing.Contains(CostQuestion.ChargesByRegion)
                ? ForecastOutcome.None : Forecaster.For(facts.Periods.Month, history, facts.Currency),
            AwsForecast = facts.AwsForecast,
            Anomalies = AnomalyAnalyst.Analyse(facts, judge, gates),
            Budgets = BudgetAnalyst.Analyse(facts, history),
            Review = WeeklyReview.Of([], facts.Periods.AsOf, null),
            CrossCheck = new CrossCheck(
                Whole(CostQuestion.UsageByAccount, byAccount), Whole(CostQuestion.UsageByService, byService), Whole(CostQuestion.ChargesByRegion, usageByRegion)),
            EstimatedDays = facts.EstimatedDays.Count(facts.Periods.Current.Contains),
        };

        IEnumerable<MoverQuestion> MonthQuestions() =>
        [
            Owners(),
            Services(byService),
            Accounts(byAccount),
            new(CostDimension.Region, usageByRegion, First, Itself, Second),
            .. Ordered(facts.FurtherTags).Select(tag => new MoverQuestion(CostDimension.FurtherTag, tag.Value, First, value => $"{tag.Key}: {TagLabel(value)}", SecondAccount)),
            .. Ordered(facts.Categories).Select(category => new MoverQuestion(CostDimension.CostCategory, category.Value, First, value => $"{category.Key}: {CategoryLabel(value)}", SecondAccount)),
        ];
        MoverQuestion Owners() => facts.Missing.Contains(CostQuestion.UsageByService)
            ? new(CostDimension.AllocationTag, byAccount, First, TagLabel, SecondAccount)
            : new(CostDimension.AllocationTag, byService, First, TagLabel, Second);
        MoverQuestion Services(IReadOnlyList<CostCell> cells) => new(CostDimension.Service, cells, Second, Itself, FirstTag);
        MoverQuestion Accounts(IReadOnlyList<CostCell> cells) => new(CostDimension.Account, cells, Second, AccountLabel, FirstTag);
        IReadOnlyList<Mover> Movers(MoverQuestion question, MoverSpan span) => MoverAnalyst.Analyse(question, span, facts.Periods, gates, facts.Currency);
        Money? Whole(CostQuestion question, IEnumerable<CostCell> cells) =>
            facts.Missing.Contains(question) ? null : Money.Sum(cells.Select(cell => cell.Amounts.Amortized), facts.Currency);
        string AccountLabel(string id) => facts.AccountNames.GetValueOrDefault(id, id);
        string SecondAccount(CostCell cell) => AccountLabel(cell.Second);
    }

    /// <summary>The month and the month before. Older days are there to be learnt from; what cost something only then has no row.</summary>
    private static List<CostCell> Shown(CostFacts facts, IReadOnlyList<CostCell> cells) =>
        [.. cells.Where(cell => facts.Periods.Gathered.Contains(cell.Day))];

    private static DailySeries HistoryOf(CostFacts facts) => DailySeries.Of(
        ByDay(facts.RegionByChargeType.Where(cell => ResourceUsage.Contains(cell.Second)), Amortized, facts.Currency),
        new DateRange(facts.Periods.History.Start, facts.Periods.SettledEnd));

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<CostCell>>> Ordered(IReadOnlyDictionary<string, IReadOnlyList<CostCell>> further) =>
        further.OrderBy(key => key.Key, StringComparer.Ordinal);

    private static Breakdown Cut(
        CostFacts facts,
        CostDimension dimension,
        IEnumerable<CostCell> cells,
        Func<CostCell, string> key,
        Func<CostAmounts, Money> amount,
        Func<string, string> label,
        string name = "") =>
        Breakdown.Of(dimension, name, cells, key, amount, label, facts.Periods, facts.Currency);

    private static List<DailyCost> Days(CostFacts facts, List<CostCell> usage, List<CostCell> charges)
    {
        var nothing = Money.Zero(facts.Currency);
        var usageByDay = ByDay(usage, Amortized, facts.Currency);
        var billByDay = ByDay(charges, amounts => amounts.Unblended, facts.Currency);
        return [.. facts.Periods.Gathered.EachDay().Select(day => new DailyCost(
            day, billByDay.GetValueOrDefault(day, nothing), usageByDay.GetValueOrDefault(day, nothing), day < facts.Periods.SettledEnd))];
    }

    private static Dictionary<DateOnly, Money> ByDay(IEnumerable<CostCell> cells, Func<CostAmounts, Money> amount, string currency) =>
        cells.GroupBy(cell => cell.Day).ToDictionary(day => day.Key, day => Money.Sum(day.Select(cell => amount(cell.Amounts)), currency));

    private static string First(CostCell cell) => cell.First;

    private static string Second(CostCell cell) => cell.Second;

    private static string FirstTag(CostCell cell) => TagLabel(cell.First);

    private static Money Amortized(CostAmounts amounts) => amounts.Amortized;

    private static string TagLabel(string value) => value.Length == 0 ? "(no tag)" : value;

    private static string CategoryLabel(string value) => value.Length == 0 ? "(no category)" : value;

    private static string Itself(string key) => key;
}
