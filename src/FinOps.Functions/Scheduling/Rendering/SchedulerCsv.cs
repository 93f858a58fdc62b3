using System.Globalization;
using System.Text;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Scheduling.Rendering;

/// <summary>One row for each resource with a schedule tag (RFC 4180). Hours and amounts are exact and unrounded, and empty where there is none.</summary>
internal static class SchedulerCsv
{
    private const string Header = "account,account_name,region,kind,id,name,environment,schedule,status,action,result,reason,why,error,until,stopped_at,stopped_hours,hourly_rate,saved,currency";

    public static string Render(SchedulerReport report)
    {
        var csv = new StringBuilder(Header).Append("\r\n");
        foreach (var row in report.Rows)
            csv.AppendJoin(
                ',', CsvField.Text(row.Account), CsvField.Text(row.AccountName), CsvField.Text(row.Region), row.Kind, CsvField.Text(row.Id), CsvField.Text(row.Name), CsvField.Text(row.Environment),
                CsvField.Text(row.Schedule), CsvField.Text(row.Status), row.Action, row.Result, row.Reason, CsvField.Text(row.Why), CsvField.Text(row.Error ?? ""), Instant(row.Until), Instant(row.StoppedAt),
                Number(row.StoppedHours), Number(row.Rate?.Amount), Number(row.Saved?.Amount), report.Currency).Append("\r\n");
        return csv.ToString();
    }

    private static string Number(decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";

    private static string Instant(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}
