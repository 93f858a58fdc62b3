namespace FinOps.Infra.CostData;

/// <summary>A column of an exported table.</summary>
/// <param name="Name">As the export's query spells it; Athena folds it to lower case.</param>
/// <param name="Type">The Glue type of what the Parquet files hold.</param>
public sealed record ExportColumn(string Name, string Type)
{
    public const string Text = "string";
    public const string Number = "double";
    public const string Whole = "int";
    public const string Flag = "boolean";
    public const string Time = "timestamp";
    public const string TextMap = "map<string,string>";
    public const string NumberMap = "map<string,double>";

    /// <summary>Columns of one type, by their names separated by spaces.</summary>
    public static IEnumerable<ExportColumn> Of(string type, string names) =>
        names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(name => new ExportColumn(name, type));
}
