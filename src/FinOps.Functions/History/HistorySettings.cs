using FinOps.Core.Costs;
using FinOps.Core.Costs.History;
using FinOps.Core.Costs.Rows;
using FinOps.Core.Problems;

namespace FinOps.Functions.History;

/// <summary>What somebody asked for, as text; null for what was left out.</summary>
/// <param name="From">First month, for example <c>2025-11</c>; default: 13 months before the latest one, or 2 in a daily history.</param>
/// <param name="To">Last month; default: the one in which yesterday lies.</param>
public sealed record HistorySettings(string? From, string? To, string? By, string? Metric, string? Granularity)
{
    public const string Id = "FIN5030";

    // One more than a year, so that there is a month with a twin a year before; Cost Explorer keeps 14 months unless more is enabled.
    private const int DefaultMonths = 13;
    private const int DefaultMonthsOfDays = 2;

    private static readonly CostMetric[] Metrics = [CostMetric.UnblendedCost, CostMetric.AmortizedCost, CostMetric.NetAmortizedCost];

    /// <param name="today">The first day that is not looked at.</param>
    /// <param name="source">Where the settings were written, for error messages.</param>
    /// <param name="pathPrefix">What stands before a setting's name there, for example <c>--</c>.</param>
    /// <exception cref="ProblemException">FIN5030, once for each mistake.</exception>
    public HistoryOptions Read(DateOnly today, string source, string pathPrefix)
    {
        var problems = new List<Problem>();
        var latest = HistoryPeriod.LatestMonth(today);
        var granularity = Choice("granularity", Granularity, HistoryGranularity.Monthly, Enum.GetValues<HistoryGranularity>(), value => value == HistoryGranularity.Daily ? "daily" : "monthly");
        var metric = Choice("metric", Metric, CostMetric.UnblendedCost, Metrics, value => value.ToString());
        var grouping = HistoryGrouping.TryParse(By ?? "service");
        if (grouping is null)
            Wrong("by", By!, HistoryGrouping.Forms, "For example tag:Team.");
        var to = Month("to", To) ?? latest;
        if (to > latest)
            Wrong("to", to.ToString(), $"a month up to {latest}, the last one with a complete day", "Leave it out for that one.");
        var from = Month("from", From) ?? DefaultFrom(to, latest, granularity);
        if (problems.Count == 0 && from > to)
            Wrong("from", from.ToString(), $"a month up to {to}, where the history ends", "Write the earlier month here.");
        return problems.Count == 0
            ? new HistoryOptions { Period = new HistoryPeriod(from, to, today), Grouping = grouping!, Metric = metric, Granularity = granularity }
            : throw new ProblemException(problems);

        BillingMonth? Month(string name, string? text)
        {
            if (text is null)
                return null;
            if (BillingMonth.TryParse(text, out var month))
                return month;
            Wrong(name, text, "a month such as 2026-01", "Leave it out for the default.");
            return null;
        }

        T Choice<T>(string name, string? text, T otherwise, T[] allowed, Func<T, string> spelt)
        {
            if (text is null)
                return otherwise;
            foreach (var value in allowed)
                if (spelt(value) == text)
                    return value;
            Wrong(name, text, string.Join(", ", allowed.Select(spelt)), "Choose one of them.");
            return otherwise;
        }

        void Wrong(string name, string found, string allowed, string fix) => problems.Add(new Problem(Id, source, pathPrefix + name, $"'{found}'", allowed, fix));
    }

    private static BillingMonth DefaultFrom(BillingMonth to, BillingMonth latest, HistoryGranularity granularity)
    {
        var oldest = latest.AddMonths(-DefaultMonths);
        if (to <= oldest)
            return to;
        var wished = to.AddMonths(granularity == HistoryGranularity.Daily ? -DefaultMonthsOfDays : -DefaultMonths);
        return wished > oldest ? wished : oldest;
    }
}
