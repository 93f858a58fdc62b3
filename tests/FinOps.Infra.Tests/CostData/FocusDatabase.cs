using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace FinOps.Infra.Tests.CostData;

/// <summary>
/// FOCUS rows in SQLite, under the names that Athena has for them. The queries keep to what both dialects share; four expressions differ and
/// are translated: a map's element, the day, days before it, and a date's month. Everything else runs as it is deployed.
/// </summary>
internal sealed partial class FocusDatabase : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly DateOnly _today;

    public FocusDatabase(IEnumerable<FocusRow> rows, DateOnly today)
    {
        _today = today;
        _connection.Open();
        // As Athena compares.
        Execute("PRAGMA case_sensitive_like = ON");
        Execute("ATTACH ':memory:' AS finops_cost_data");
        Execute("""
            CREATE TABLE finops_cost_data.focus(
              billing_period TEXT, chargeperiodstart TEXT, chargecategory TEXT, effectivecost REAL, listcost REAL, contractedcost REAL, servicename TEXT,
              resourcetype TEXT, resourceid TEXT, subaccountid TEXT, subaccountname TEXT,
              commitmentdiscountid TEXT, commitmentdiscounttype TEXT, commitmentdiscountstatus TEXT, tags TEXT)
            """);
        foreach (var row in rows)
        {
            using var insert = _connection.CreateCommand();
            insert.CommandText = "INSERT INTO finops_cost_data.focus VALUES($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
            object?[] values =
            [
                row.BillingPeriod, row.ChargePeriodStart.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), row.ChargeCategory,
                (double)row.EffectiveCost, (double?)row.ListCost, (double?)row.ContractedCost, row.ServiceName, row.ResourceType, row.ResourceId,
                row.SubAccountId, row.SubAccountName, row.CommitmentDiscountId, row.CommitmentDiscountType, row.CommitmentDiscountStatus, JsonSerializer.Serialize(row.Tags),
            ];
            for (var index = 0; index < values.Length; index++)
            {
                insert.Parameters.AddWithValue($"${index}", values[index] ?? DBNull.Value);
            }

            insert.ExecuteNonQuery();
        }
    }

    /// <summary>The rows of an Athena query, each with its values in the order of the columns; money and percentages to four digits.</summary>
    public IReadOnlyList<string> Ask(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The text is the product's own query.
        command.CommandText = Translate(sql);
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(Line([.. Enumerable.Range(0, reader.FieldCount).Select(column => Value(reader, column))]));
        }

        return rows;
    }

    /// <summary>Where a sum has no rows SQLite keeps the 0 of the query an integer; only the count is one.</summary>
    private static object? Value(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null
        : reader.GetValue(column) is long whole && reader.GetName(column) != "resources" ? (decimal)whole
        : reader.GetValue(column);

    public static string Line(params object?[] values) => string.Join(" | ", values.Select(value => value switch
    {
        null => "null",
        double number => Digits((decimal)number),
        decimal number => Digits(number),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    }));

    public void Dispose() => _connection.Dispose();

    private static string Digits(decimal number) => (Math.Round(number, 4) + 0m).ToString("0.0000", CultureInfo.InvariantCulture);

    private string Translate(string sql)
    {
        var today = _today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        sql = ElementAt().Replace(sql, "json_extract(tags, '$.\"$1\"')");
        sql = Before().Replace(sql, $"date('{today}', '-$1 $2')");
        sql = DateFormat().Replace(sql, "strftime('%Y-%m', $1)");
        return Today().Replace(sql, $"'{today}'");
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Only constants of this file come here.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    [GeneratedRegex(@"element_at\(tags, '([^']+)'\)")]
    private static partial Regex ElementAt();

    [GeneratedRegex(@"current_date - interval '(\d+)' (day|month)")]
    private static partial Regex Before();

    [GeneratedRegex(@"date_format\((current_date|date\('[^)]*\)), '%Y-%m'\)")]
    private static partial Regex DateFormat();

    [GeneratedRegex(@"\bcurrent_date\b")]
    private static partial Regex Today();
}
