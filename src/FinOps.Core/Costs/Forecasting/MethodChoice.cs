namespace FinOps.Core.Costs.Forecasting;

/// <summary>
/// Takes the method that would have done best lately: each is asked for two weeks at a time, one week apart, from data before those weeks,
/// and the smallest sum of absolute errors wins; the simpler one when they are equal. Errors are kept, because a choice on one day rests on
/// mostly the same tests as a choice on another.
/// </summary>
internal sealed class MethodChoice(DailySeries history)
{
    public const int TestDays = 14;
    private const int MostTests = 6;

    private readonly Dictionary<(IForecastMethod, int), decimal> _errors = [];

    /// <summary>Simplest first.</summary>
    public static IReadOnlyList<IForecastMethod> All { get; } = [new WeekdayAverage(), new FlatWeek(), new DampedTrend()];

    /// <param name="known">How many days of the history are known; at least <see cref="Forecaster.LearningDays"/>. None after them is looked at.</param>
    public IForecastMethod After(int known) => All.MinBy(method => Error(method, known))!;

    private decimal Error(IForecastMethod method, int known)
    {
        var error = 0m;
        for (var test = 0; test < MostTests; test++)
        {
            var learned = known - TestDays - (test * Weekdays.Count);
            if (learned < Forecaster.LearningDays)
                break;
            error += TestError(method, learned);
        }

        return error;
    }

    private decimal TestError(IForecastMethod method, int learned)
    {
        if (_errors.TryGetValue((method, learned), out var kept))
            return kept;
        var past = history.First(learned);
        var error = Math.Abs(method.Continue(past, TestDays).Sum() - history.Sum(DateRange.OfDays(past.End, TestDays)));
        return _errors[(method, learned)] = error;
    }
}
