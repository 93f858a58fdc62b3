using System.Globalization;
using System.Text;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Costs.Rendering;

/// <summary>
/// Every row of every table in one file (RFC 4180), no row folded away. Column <c>table</c> says which; amounts are exact and unrounded.
/// </summary>
internal static class CsvReport
{
    private const string Header = "table,key,label,month_to_date,same_days_before,change,change_ratio,last_month,currency,note";

    public static string Render(CostReport report)
    {
        var analysis = report.Analysis;
        var csv = new StringBuilder(Header).Append("\r\n");
        foreach (var value in analysis.Allocation.Values)
            Row(csv, $"tag {analysis.Allocation.TagKey}", value.Cost, Note(value.Verdict));
        foreach (var (table, breakdown) in Tables(analysis))
            foreach (var row in breakdown.Rows)
                Row(csv, table, row, "");
        Drivers(csv, "unallocated by account", analysis.Allocation.Accounts);
        Drivers(csv, "unallocated by service", analysis.Allocation.Services);
        Movers(csv, "mover tag", analysis.OwnerMovers);
        Movers(csv, "mover service", analysis.ServiceMovers);
        Movers(csv, "mover account", analysis.AccountMovers);
        Movers(csv, "month mover", analysis.MonthMovers);
        foreach (var row in analysis.Bridge.Rows)
            Line(csv, "bridge", row.Step.ToString(), CostWords.Step(row.Step), Number(row.Amounts.Unblended), "", "", "", "", analysis.Currency, $"amortized {Number(row.Amounts.Amortized)}, net amortized {Number(row.Amounts.NetAmortized)}");
        foreach (var budget in analysis.Budgets)
            Line(csv, "budget", budget.Name, budget.Name, Number(budget.Actual), "", "", Number(budget.Used), "", budget.Limit.Currency, $"limit {Number(budget.Limit)} {budget.Period}; {CostWords.Scope(budget)}; runway {CostWords.Runway(budget)}; {CostWords.State(budget)}");
        foreach (var anomaly in analysis.Anomalies.Items)
            Line(csv, "anomaly", anomaly.Id, anomaly.Service ?? "", Number(anomaly.Impact), "", "", Number(anomaly.Ratio), "", anomaly.Impact.Currency, $"{Day(anomaly.First)} to {Day(anomaly.Last)}; seen by {CostWords.Seen(anomaly.Source)}; {CostWords.Cause(anomaly)}; owner {CostWords.Owner(anomaly)}; {CostWords.State(anomaly)}");
        foreach (var action in analysis.Review.Actions)
            Line(csv, "action", action.Id, CostWords.Action(action), Number(action.Stake), "", "", "", "", action.Stake.Currency, $"{CostWords.Owner(action)}; due {Day(action.Due)}");
        foreach (var progress in analysis.Review.Progress)
            Line(csv, "earlier action", progress.Action.Id, CostWords.Action(progress.Action), Number(progress.StakeNow), Number(progress.Action.Stake), "", "", "", progress.Action.Stake.Currency, CostWords.State(progress.State));
        foreach (var day in analysis.Forecast.Forecast?.Days ?? [])
            Line(csv, "forecast by day", Day(day.Day), Day(day.Day), Number(day.Expected), "", "", "", "", day.Expected.Currency, $"low {Number(day.Low)}, high {Number(day.High)}");
        foreach (var test in analysis.Forecast.Forecast?.BackTests ?? [])
            Line(csv, "forecast tested", test.Month.ToString(), $"made on {Day(test.MadeOn)}", Number(test.Forecast), Number(test.Actual), Number(test.Forecast - test.Actual), Number(test.Error), "", test.Actual.Currency, test.Method);
        foreach (var day in analysis.Days)
            Line(csv, "usage by day", Day(day.Day), Day(day.Day), Number(day.Usage), "", "", "", "", day.Usage.Currency, day.IsSettled ? "settled" : "not settled");
        foreach (var day in analysis.Days)
            Line(csv, "bill by day", Day(day.Day), Day(day.Day), Number(day.Bill), "", "", "", "", day.Bill.Currency, day.IsSettled ? "settled" : "not settled");
        return csv.ToString();
    }

    private static IEnumerable<(string Table, Breakdown Breakdown)> Tables(CostAnalysis analysis) =>
    [
        ("service", analysis.Services),
        ("account", analysis.Accounts),
        ("region", analysis.Regions),
        .. analysis.FurtherTags.Select(tag => ($"tag {tag.Name}", tag)),
        .. analysis.Categories.Select(category => ($"category {category.Name}", category)),
        ("bill by charge type", analysis.Bill),
        ("bill by charge type, net amortized", analysis.NetAmortizedBill),
    ];

    private static void Row(StringBuilder csv, string table, BreakdownRow row, string note) => Line(
        csv, table, row.Key, row.Label, Number(row.Current), Number(row.SameDaysBefore), Number(row.Change), Number(row.ChangeRatio), Number(row.PreviousMonth), row.Current.Currency, note);

    private static void Drivers(StringBuilder csv, string table, IEnumerable<AllocationDriver> drivers)
    {
        foreach (var driver in drivers)
            Line(csv, table, driver.Key, driver.Label, Number(driver.Unallocated), "", "", "", "", driver.Unallocated.Currency, $"running share {Number(driver.CumulativeShare)}");
    }

    // Movers compare weeks or months: the amounts stand in the columns whose names fit, the note says which days.
    private static void Movers(StringBuilder csv, string table, IEnumerable<Mover> movers)
    {
        foreach (var mover in movers)
            Line(csv, table, mover.Key, mover.Label, Number(mover.After), Number(mover.Before), Number(mover.Change), Number(mover.ChangeRatio), "", mover.After.Currency,
                (mover.Span == MoverSpan.Week ? "last seven settled days against the seven before" : "month to date against the same days before") + $"; {CostWords.Drivers(mover)}");
    }

    private static void Line(StringBuilder csv, string table, string key, string label, params string[] rest) =>
        csv.AppendJoin(',', [CsvField.Text(table), CsvField.Text(key), CsvField.Text(label), .. rest[..^1], CsvField.Text(rest[^1])]).Append("\r\n");

    private static string Note(TagVerdict verdict) =>
        verdict.IsAllocated ? verdict.Owner ?? "allocated" : verdict.Suggestion is { } meant ? $"{verdict.Reason}; did you mean {meant}?" : verdict.Reason ?? "";

    private static string Number(Money money) => money.Amount.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Number(Money? money) => money is { } known ? Number(known) : "";

    private static string Number(decimal? ratio) => ratio?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
