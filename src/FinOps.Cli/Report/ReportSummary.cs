using System.Globalization;
using FinOps.Functions.Lambda;
using Spectre.Console;

namespace FinOps.Cli.Report;

/// <summary>The three KPIs, what they cost to find out, and where the whole report is.</summary>
internal sealed class ReportSummary(IAnsiConsole output)
{
    public void Write(CostAnalyzerResult result, IReadOnlyList<string> files)
    {
        var kpis = result.Kpis;
        var table = new Table().Border(TableBorder.Rounded).AddColumns($"Cost report {kpis.Month}", "");
        table.AddRow("Bill so far", Known(kpis.Bill, kpis.Currency));
        table.AddRow("Allocated", kpis.AllocatedShare is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0} % of {Amount(kpis.Usage, kpis.Currency)} usage") : "n/a (no usage)");
        table.AddRow("Unallocated", Known(kpis.Unallocated, kpis.Currency));
        AddList(table, "  drivers", kpis.Drivers);
        AddList(table, "Top movers", kpis.TopMovers);
        AddList(table, "To decide", kpis.Actions);
        table.AddRow("Cost Explorer", string.Create(CultureInfo.InvariantCulture, $"{result.CostExplorerRequests} requests, {result.CostUsd:0.00} USD"));
        output.WriteLine();
        output.Write(table);
        foreach (var blindspot in result.NotSeen)
        {
            output.WriteLine($"Not seen: {blindspot}");
        }

        foreach (var file in files)
        {
            output.WriteLine($"{(file.EndsWith(".html", StringComparison.Ordinal) ? "Report: " : "        ")}{file}");
        }
    }

    private static void AddList(Table table, string label, IReadOnlyList<string> lines)
    {
        for (var i = 0; i < Math.Max(1, lines.Count); i++)
        {
            table.AddRow(i == 0 ? label : "", Markup.Escape(lines.ElementAtOrDefault(i) ?? "none"));
        }
    }

    private static string Known(decimal? amount, string currency) => amount is { } known ? Amount(known, currency) : "n/a (not seen)";

    private static string Amount(decimal amount, string currency) => string.Create(CultureInfo.InvariantCulture, $"{amount:#,##0.00} {currency}");
}
