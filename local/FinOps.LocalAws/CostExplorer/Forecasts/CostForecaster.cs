using FinOps.Core.Costs;
using FinOps.LocalAws.CostExplorer.Queries;

namespace FinOps.LocalAws.CostExplorer.Forecasts;

/// <summary>
/// Forecasts daily amounts from the last eight complete weeks: the mean of the same weekday, plus, on the first of a month,
/// what the first days of the last three months cost above that (taxes, support). Amounts are in millionths.
/// </summary>
internal sealed class CostForecaster
{
    private const int Weeks = 8;
    private const int MinimumDays = 28;
    private const int MonthsOfFirstDays = 3;

    private readonly DateRange _known;
    private readonly IReadOnlyList<long> _amounts;
    private readonly decimal[] _weekday;
    private readonly decimal _firstDayExtra;

    /// <param name="known">Complete days, oldest first.</param>
    /// <param name="amounts">One for each of these days.</param>
    private CostForecaster(DateRange known, IReadOnlyList<long> amounts)
    {
        _known = known;
        _amounts = amounts;
        _weekday = [.. Enumerable.Range(0, 7).Select(weekday => Mean(Recent().Where(day => day.Day != 1 && (int)day.DayOfWeek == weekday)))];
        var firsts = known.EachDay().Where(day => day.Day == 1).TakeLast(MonthsOfFirstDays).ToList();
        _firstDayExtra = firsts.Count == 0 ? 0 : firsts.Average(day => AmountOn(day) - _weekday[(int)day.DayOfWeek]);
        // The residuals of the fitted days measure how far a day is likely to be off.
        var residuals = Recent().Where(day => day.Day != 1).Select(day => AmountOn(day) - _weekday[(int)day.DayOfWeek]).ToList();
        DailyDeviation = DecimalMath.SquareRoot(residuals.Sum(residual => residual * residual) / residuals.Count);
    }

    /// <summary>Standard deviation of one day.</summary>
    public decimal DailyDeviation { get; }

    /// <summary>Null when there is too little history: fewer than four weeks, or no costs at all.</summary>
    public static CostForecaster? Learn(CostAnswer daily)
    {
        var amounts = Enumerable.Range(0, daily.Query.Periods.Count).Select(period => daily.Groups[0].Sum(period, 0)).ToList();
        return amounts.Count >= MinimumDays && amounts.Any(amount => amount != 0) ? new CostForecaster(daily.Query.Range, amounts) : null;
    }

    public decimal Expect(DateOnly day) => _weekday[(int)day.DayOfWeek] + (day.Day == 1 ? _firstDayExtra : 0);

    private IEnumerable<DateOnly> Recent() => _known.EachDay().TakeLast(Weeks * 7);

    private decimal Mean(IEnumerable<DateOnly> days) => days.Select(AmountOn).DefaultIfEmpty(0).Average(amount => (decimal)amount);

    private long AmountOn(DateOnly day) => _amounts[day.DayNumber - _known.Start.DayNumber];
}
