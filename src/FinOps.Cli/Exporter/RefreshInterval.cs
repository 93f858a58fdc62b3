using System.Globalization;
using FinOps.Functions.Reports;

namespace FinOps.Cli.Exporter;

/// <summary>How often the exporter asks AWS; each time costs money.</summary>
/// <param name="Text">As it was written: 90m, 6h or 1d.</param>
internal sealed record RefreshInterval(string Text, TimeSpan Time)
{
    // A day's cost data changes a few times a day. A minute is for tests against the embedded AWS; a week is the longest that anybody would wait.
    private static readonly TimeSpan _shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _longest = TimeSpan.FromDays(7);

    /// <summary>What a day of refreshes costs when no answer has more than one page.</summary>
    public decimal LeastUsdADay => decimal.Round((decimal)(TimeSpan.FromDays(1) / Time) * RunCost.LeastCostExplorerRequests * RunCost.CostExplorerRequestPrice, 4);

    /// <returns>Null for what is no interval from a minute to a week.</returns>
    public static RefreshInterval? Parse(string text)
    {
        if (text is not [.. var digits, var letter] || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 7 * 24 * 60)
        {
            return null;
        }

        TimeSpan? time = letter switch
        {
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(count),
            _ => null,
        };
        return time is { } known && known >= _shortest && known <= _longest ? new RefreshInterval(text, known) : null;
    }
}
