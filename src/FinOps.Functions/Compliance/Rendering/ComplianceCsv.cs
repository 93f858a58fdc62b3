using System.Globalization;
using System.Text;
using FinOps.Core.Compliance.Results;
using FinOps.Core.Costs;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Compliance.Rendering;

/// <summary>
/// Every row of every table in one file (RFC 4180), no row folded away but resources beyond the number that a report lists. Column <c>table</c>
/// says which; amounts are exact and unrounded, and empty where nothing is known.
/// </summary>
internal static class ComplianceCsv
{
    private const string Header = "table,key,label,account,region,type,owner,resources,compliant,not_compliant,waived,nothing_asked,unknown_type,share,spend,not_compliant_spend,spend_share,currency,note";

    public static string Render(ComplianceReport report)
    {
        var (result, csv) = (report.Result, new StringBuilder(Header).Append("\r\n"));
        var hasSpend = result.Spend is not null;
        Standing("total", "", "Total", result.Total);
        foreach (var (table, rows) in new[] { ("team", result.Teams), ("account", result.Accounts), ("type", result.Types), ("region", result.Regions) })
        {
            foreach (var row in rows)
                Standing(table, row.Key, row.Label, row.Standing);
        }

        foreach (var row in result.Rules)
            Line("finding", row.Rule, ComplianceWords.Rule(row), "", "", "", "", ["", "", Number(row.Open.Resources), Number(row.Waived), "", "", ""], "", Spend(row.Open.Spend), "", "");
        foreach (var row in result.Findings)
            Line("resource", row.Arn, row.Arn, row.AccountId, row.Region, row.Type, row.Owner, ["1", "0", "1", "0", "0", "0", ""], row.Spend is { } spend ? Spend(spend) : "", row.Spend is { } same ? Spend(same) : "", "",
                string.Join("; ", row.Findings) + (row.IsEstimate && row.Spend is not null ? "; spend is an even share" : ""));
        if (result.Findings.Count < result.Total.NonCompliant.Resources)
            Line("resource", "", "not listed", "", "", "", "", [Number(result.Total.NonCompliant.Resources - result.Findings.Count), "", "", "", "", "", ""], "", "", "", "more than a report lists");
        foreach (var owner in result.Owners)
        {
            foreach (var batch in owner.Remedies)
            {
                foreach (var command in batch.Commands)
                    Line("command", owner.Team, ComplianceWords.Owner(owner.Team), batch.AccountId, batch.Region, "", owner.Team, [Number(batch.Arns.Length), "", "", "", "", "", ""], "", "", "", command);
            }
        }

        foreach (var (table, rows) in new[] { ("waiver", result.Waivers), ("ended waiver", result.LapsedWaivers) })
        {
            foreach (var row in rows)
                Line(table, row.Waiver.Rule, row.Waiver.Ticket, row.Waiver.Account ?? "", "", row.Waiver.Type?.Pattern ?? "", row.Waiver.Owner, ["", "", "", Number(row.Findings), "", "", ""], "", "", "",
                    string.Create(CultureInfo.InvariantCulture, $"until {row.Waiver.Expires:yyyy-MM-dd}: {row.Waiver.Reason}"));
        }

        foreach (var row in result.Native)
            Line("visible to AWS", row.Sight.ToString(), ComplianceWords.Sight(row.Sight), "", "", "", "", ["", "", Number(row.Resources.Resources), "", "", "", ""], "", Spend(row.Resources.Spend), "", "");
        foreach (var count in report.Native?.Counts ?? [])
            Line("counted by AWS", count.AccountId, count.AccountId, count.AccountId, count.Region, count.Type, "", ["", "", Number(count.NonCompliant), "", "", "", ""], "", "", "", "");
        foreach (var run in (report.Earlier ?? []).Append(report.Kept))
            Line("run", run.RunId, run.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), "", "", "", "",
                [Number(run.Resources), Number(run.Compliant), Number(run.NonCompliant), Number(run.Waived), "", "", Ratio(run.Share)], "", Amount(run.NonCompliantSpend), Ratio(run.SpendShare), Figures.Count(run.AccountsSeen, "account"));
        return csv.ToString();

        void Standing(string table, string key, string label, Standing all) => Line(table, key, label, "", "", "", "",
            [Number(all.Total.Resources), Number(all.Compliant.Resources), Number(all.NonCompliant.Resources), Number(all.Waived.Resources), Number(all.NothingAsked.Resources), Number(all.UnknownType.Resources), Ratio(all.Share)],
            Spend(all.Total.Spend), Spend(all.NonCompliant.Spend), Ratio(all.SpendShare), "");

        void Line(string table, string key, string label, string account, string region, string type, string owner, string[] counts, string spend, string wrong, string share, string note) => csv.AppendJoin(
            ',',
            [
                table, CsvField.Text(key), CsvField.Text(label), CsvField.Text(account), CsvField.Text(region), CsvField.Text(type), CsvField.Text(owner), .. counts,
                spend, wrong, share, report.Currency, CsvField.Text(note),
            ]).Append("\r\n");

        string Spend(Money money) => hasSpend ? Amount(money.Amount) : "";
    }

    private static string Amount(decimal? amount) => amount?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";

    private static string Ratio(decimal? share) => share?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
