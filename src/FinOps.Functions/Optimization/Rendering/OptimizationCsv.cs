using System.Globalization;
using System.Text;
using FinOps.Core.Costs;
using FinOps.Core.Optimization;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Optimization.Rendering;

/// <summary>Every row of every table in one file (RFC 4180). Column <c>table</c> says which; amounts are exact, a month, and empty where there is none.</summary>
internal static class OptimizationCsv
{
    private const string Header = "table,rank,id,account,account_name,region,type,resource,action,effort,risk,saving,cost,score,currency,owner,owner_mail,sources,change,note";

    public static string Render(OptimizationReport report)
    {
        var csv = new StringBuilder(Header).Append("\r\n");
        Opportunities("opportunity", report.Analysis.Usage);
        Opportunities("purchase", report.Analysis.Purchases);
        Opportunities("other currency", report.Analysis.OtherCurrencies);
        foreach (var (table, decided) in new[] { ("set aside", report.Analysis.Decisions.SetAside), ("decision over", report.Analysis.Decisions.Expired) })
            foreach (var each in decided)
                Row(table, "", each.Option, null, OptimizationWords.Decision(each.Decision));
        foreach (var entry in report.Ledger?.Entries ?? [])
            csv.AppendJoin(
                ',', "ledger", "", entry.Id, entry.AccountId, Name(entry.AccountId), CsvField.Text(entry.Region), CsvField.Text(entry.ResourceType), CsvField.Text(entry.ResourceId), entry.Action, "", "",
                Number(entry.Promised), Number(entry.Realised), "", entry.Promised.Currency, "", "", CsvField.Text(string.Join("; ", entry.Sources.Select(OptimizationWords.Source))), entry.State,
                CsvField.Text(OptimizationWords.State(entry))).Append("\r\n");
        foreach (var use in report.Analysis.Commitments?.Uses ?? [])
            csv.AppendJoin(
                ',', "commitment", "", "", "", "", "", CsvField.Text(use.Kind), CsvField.Text(Figures.Days(use.Period)), "", "", "", Number(use.NetSavings), Number(use.Committed), "",
                (use.Committed ?? use.OnDemand)?.Currency ?? "", "", "", "", "", CsvField.Text($"utilization {Figures.Percent(use.Utilization)}, coverage {Figures.Percent(use.Coverage)}")).Append("\r\n");
        return csv.ToString();

        void Opportunities(string table, IReadOnlyList<Opportunity> all)
        {
            foreach (var (at, opportunity) in all.Index())
            {
                Row(table, (at + 1).ToString(CultureInfo.InvariantCulture), opportunity.Best, opportunity, "");
                foreach (var option in opportunity.Alternatives)
                    Row($"{table}: alternative", (at + 1).ToString(CultureInfo.InvariantCulture), option, null, "not added");
            }
        }

        void Row(string table, string rank, SavingOption option, Opportunity? opportunity, string note) => csv.AppendJoin(
            ',', table, rank, option.Id, CsvField.Text(option.Resource.AccountId), Name(option.Resource.AccountId), CsvField.Text(option.Resource.Region), CsvField.Text(option.Resource.Type),
            CsvField.Text(option.Resource.Id), option.Action, option.Effort, CsvField.Text(OptimizationWords.Risk(option)), Number(option.MonthlySaving), Number(option.MonthlyCost),
            opportunity?.Score.ToString("0.####", CultureInfo.InvariantCulture) ?? "", option.MonthlySaving.Currency, CsvField.Text(opportunity?.Owner.Name ?? ""), CsvField.Text(opportunity?.Owner.Mail ?? ""),
            CsvField.Text(string.Join("; ", option.Sources.Select(OptimizationWords.Source))), CsvField.Text(OptimizationWords.Change(option)), CsvField.Text(note)).Append("\r\n");

        string Name(string account) => CsvField.Text(report.AccountNames.GetValueOrDefault(account, ""));
    }

    private static string Number(Money? money) => money?.Amount.ToString("0.############", CultureInfo.InvariantCulture) ?? "";
}
