using System.Text.RegularExpressions;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.DataExports;

/// <summary>The query of an export, which is <c>SELECT columns FROM table</c> and nothing more.</summary>
internal static partial class ExportQuery
{
    public static string TableOf(string statement) => StatementPattern().Match(statement).Groups["table"].Value.ToUpperInvariant();

    /// <exception cref="AwsError">ValidationException: no such statement, table, column or table property.</exception>
    public static void Check(string statement, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> configurations, JsonInput query)
    {
        var match = StatementPattern().Match(statement);
        if (!match.Success)
            throw query.Invalid("The query statement is not of the form SELECT columns FROM table.");
        var table = ExportTables.Find(TableOf(statement)) ?? throw query.Invalid($"Table {match.Groups["table"].Value} does not exist.");
        var columns = match.Groups["columns"].Value.Split(',', StringSplitOptions.TrimEntries).Select(column => AliasPattern().Replace(column, ""));
        if (table.Columns is { } known && columns.Any(column => column != "*" && !known.Contains(column)))
            throw query.Invalid("Columns are not a subset of table");
        foreach (var (configured, properties) in configurations)
        {
            if (!string.Equals(configured, table.Name, StringComparison.OrdinalIgnoreCase))
                throw query.Invalid($"Table configurations name {configured}, which the query does not read.");
            foreach (var (property, value) in properties)
                if (!table.Properties.TryGetValue(property, out var allowed) || (allowed.Length > 0 && !allowed.Contains(value)))
                    throw query.Invalid($"'{value}' is no value of the table property {property} of {table.Name}.");
        }
    }

    [GeneratedRegex(@"^\s*SELECT\s+(?<columns>[^;()]+?)\s+FROM\s+(?<table>[A-Za-z0-9_]+)\s*\z", RegexOptions.IgnoreCase)]
    private static partial Regex StatementPattern();

    [GeneratedRegex(@"\s+AS\s+\w+\z", RegexOptions.IgnoreCase)]
    private static partial Regex AliasPattern();
}
