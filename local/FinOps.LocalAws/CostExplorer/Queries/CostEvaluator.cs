using FinOps.Core.Costs;
using FinOps.Core.Costs.Rows;
using FinOps.LocalAws.CostExplorer.Expressions;

namespace FinOps.LocalAws.CostExplorer.Queries;

/// <summary>
/// Answers a query in one pass: filter and group are decided once for each series (some hundred),
/// and only additions are left for each row (some hundred thousand).
/// </summary>
internal static class CostEvaluator
{
    private const char KeySeparator = '\u001f';

    public static CostAnswer Evaluate(CostQuery query, CostView view)
    {
        var groups = new Dictionary<string, CostGroup>(StringComparer.Ordinal);
        if (query.GroupBy.Count == 0)
            groups.Add("", new CostGroup([], query.Periods.Count, query.Metrics.Count));
        var candidates = AccountsOf(query.Filter) is { } accounts ? accounts.SelectMany(view.Table.SeriesOf) : view.Table.Series;
        foreach (var segment in Segments(query, view))
        {
            var periods = PeriodOfEachDay(query, view.Table, segment);
            foreach (var series in candidates)
            {
                if (!view.Shows(series.Item) || (query.Filter is { } filter && !view.Matches(filter, series.Item, segment.Start)))
                    continue;
                Add(query, view.Table, segment, periods, series, () => GroupOf(groups, query, view, series.Item, segment.Start));
            }
        }
        return new CostAnswer(query, [.. groups.OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Value)]);
    }

    // The accounts to which the filter confines the answer, or null: a question about one of many accounts then costs no more than the account is large.
    private static IEnumerable<string>? AccountsOf(CostExpression? filter) => filter switch
    {
        CostExpression.Leaf { Kind: LeafKind.Dimension, Key: "LINKED_ACCOUNT", Match: MatchKind.Equal, IgnoreCase: false } leaf => leaf.Values.Distinct(StringComparer.Ordinal),
        CostExpression.And and => and.Operands.Select(AccountsOf).FirstOrDefault(accounts => accounts is not null),
        _ => null,
    };

    // A group comes into being with its first row: a series without rows in the range makes none.
    private static void Add(CostQuery query, CostTable table, DateRange segment, int[] periods, CostSeries series, Func<CostGroup> findGroup)
    {
        CostGroup? group = null;
        var first = table.DayIndex(segment.Start);
        for (var day = 0; day < periods.Length; day++)
        {
            if (!series.HasRow(first + day))
                continue;
            if (group is null)
            {
                group = findGroup();
                group.NoteUnit(series.Item.Unit);
            }
            group.Touch(periods[day]);
        }
        if (group is null)
            return;
        for (var metric = 0; metric < query.Metrics.Count; metric++)
        {
            var column = series.Column(query.Metrics[metric]).Slice(first, periods.Length);
            var factor = series.Factor(query.Metrics[metric]);
            for (var day = 0; day < column.Length; day++)
                group.Add(periods[day], metric, column[day] * factor);
        }
    }

    private static CostGroup GroupOf(Dictionary<string, CostGroup> groups, CostQuery query, CostView view, CostLineItem item, DateOnly day)
    {
        var keys = query.GroupBy.Select(grouping => grouping.KeyOf(view, item, day)).ToArray();
        var id = string.Join(KeySeparator, keys);
        if (!groups.TryGetValue(id, out var group))
            groups.Add(id, group = new CostGroup(keys, query.Periods.Count, query.Metrics.Count));
        return group;
    }

    // Within a segment every series has the same cost category values on all days.
    private static IEnumerable<DateRange> Segments(CostQuery query, CostView view)
    {
        var range = query.Range.Intersect(view.Table.Days);
        var cuts = view.Changes(query.Categories).Where(day => day > range.Start && day < range.End).Distinct().Order();
        var start = range.Start;
        foreach (var cut in cuts.Append(range.End))
        {
            if (cut > start)
                yield return new DateRange(start, cut);
            start = cut;
        }
    }

    private static int[] PeriodOfEachDay(CostQuery query, CostTable table, DateRange segment)
    {
        var periods = new int[segment.Days];
        for (var period = 0; period < query.Periods.Count; period++)
            foreach (var day in query.Periods[period].Intersect(segment).EachDay())
                periods[table.DayIndex(day) - table.DayIndex(segment.Start)] = period;
        return periods;
    }
}
