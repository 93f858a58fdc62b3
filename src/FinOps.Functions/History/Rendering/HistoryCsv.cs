using System.Globalization;
using System.Text;
using FinOps.Core.Costs;
using FinOps.Core.Costs.History;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.History.Rendering;

/// <summary>
/// Every row of every table in one file (RFC 4180), no group folded away. Column <c>table</c> says which; amounts are exact and unrounded,
/// and empty where there is none.
/// </summary>
internal static class HistoryCsv
{
    private const string Header = "table,key,label,period,state,amount,change,change_ratio,year_change,year_change_ratio,currency";

    public static string Render(HistoryReport report)
    {
        var analysis = report.Analysis;
        var csv = new StringBuilder(Header).Append("\r\n");
        foreach (var month in analysis.Months)
            Row("total by month", "", "Total", month.Month.ToString(), month.State, Amount(month, month.Total), month.Change, month.YearChange);
        foreach (var group in analysis.Groups)
            foreach (var (at, month) in analysis.Months.Index())
                Row("group by month", group.Key, group.Label, month.Month.ToString(), month.State, Amount(month, group.Months[at]), group.Changes[at], at == analysis.LastWholeIndex ? group.YearChange : null);
        foreach (var day in analysis.Days)
            Row("total by day", "", "Total", Day(day.Day), Settled(day), day.Total, null, null);
        foreach (var group in analysis.Groups)
            foreach (var (at, day) in analysis.Days.Index())
                Row("group by day", group.Key, group.Label, Day(day.Day), Settled(day), group.Days[at], null, null);
        foreach (var weekday in analysis.Seasonality.Weekdays)
            Row("weekday", weekday.Day.ToString(), $"index {Number(weekday.Index)}", $"{analysis.Seasonality.Weeks}", "Average", weekday.Typical, null, null);
        return csv.ToString();

        void Row(string table, string key, string label, string period, object state, Money? amount, CostChange? change, CostChange? year) => csv.AppendJoin(
            ',', table, CsvField.Text(key), CsvField.Text(label), period, state, Number(amount?.Amount), Number(change?.Amount.Amount), Number(change?.Ratio),
            Number(year?.Amount.Amount), Number(year?.Ratio), analysis.Currency).Append("\r\n");
    }

    private static Money? Amount(HistoryMonth month, Money amount) => month.State == MonthState.NoData ? null : amount;

    private static string Settled(HistoryDay day) => day.IsSettled ? "Settled" : "NotSettled";

    private static string Number(decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
