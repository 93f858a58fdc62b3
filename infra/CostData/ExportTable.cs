using System.Collections.Immutable;

namespace FinOps.Infra.CostData;

/// <summary>A table of Data Exports: what is selected from it, how it is configured, and by what its files are partitioned.</summary>
/// <param name="Word">Names the export (<c>finops-focus</c>) and the Glue table (<c>focus</c>).</param>
/// <param name="Source">AWS's name of the table.</param>
/// <param name="Description">What the export holds.</param>
/// <param name="Columns">Listed one by one and never as *, so that a new column of AWS does not change the files unseen. In the order of their names.</param>
/// <param name="Configuration">The table's properties.</param>
/// <param name="Partition">How its files are laid out.</param>
public sealed record ExportTable(
    string Word,
    string Source,
    string Description,
    ImmutableArray<ExportColumn> Columns,
    ImmutableDictionary<string, string> Configuration,
    ExportPartition Partition)
{
    public string Query => $"SELECT {string.Join(", ", Columns.Select(column => column.Name))} FROM {Source}";
}

/// <summary>The folder below <c>data/</c> that tells files of one period from another: <c>BILLING_PERIOD=2026-03</c>.</summary>
/// <param name="Folder">What stands before the equals sign; S3 minds its case.</param>
/// <param name="Column">The partition column over it.</param>
/// <param name="Format">Of the date, in Java's letters.</param>
/// <param name="Unit">The step from one partition to the next, as partition projection calls it.</param>
/// <param name="FirstSuffix">What makes a date of this format of a first month.</param>
public sealed record ExportPartition(string Folder, string Column, string Format, string Unit, string FirstSuffix)
{
    public static ExportPartition Month { get; } = new("BILLING_PERIOD", "billing_period", "yyyy-MM", "MONTHS", "");

    public static ExportPartition Day { get; } = new("date", "date", "yyyy-MM-dd", "DAYS", "-01");
}
