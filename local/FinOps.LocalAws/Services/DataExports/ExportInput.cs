using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.DataExports;

/// <summary>The export of a call, checked against the model and the table that it reads.</summary>
internal static partial class ExportInput
{
    /// <returns>The export as it was sent, without members that AWS would not keep.</returns>
    public static JsonObject Read(JsonInput export)
    {
        var name = export.Required("Name", 128);
        if (!NamePattern().IsMatch(name))
            throw export.Fault("Name", @"Member must satisfy regular expression pattern: [0-9A-Za-z\-_]+");
        var query = export.Object("DataQuery");
        ExportQuery.Check(query.Required("QueryStatement", 36_000), Configurations(query), query);
        export.Object("RefreshCadence").OneOf("Frequency", "SYNCHRONOUS");
        CheckDestination(export.Object("DestinationConfigurations").Object("S3Destination"));
        var kept = new JsonObject();
        foreach (var member in (string[])["Name", "Description", "DataQuery", "DestinationConfigurations", "RefreshCadence"])
            if (export.Has(member))
                kept[member] = export.Body[member]!.DeepClone();
        return kept;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Configurations(JsonInput query) =>
        query.OptionalObject("TableConfigurations") is { } tables
            ? tables.Body.ToDictionary(table => table.Key, table => tables.Map(table.Key), StringComparer.Ordinal)
            : [];

    private static void CheckDestination(JsonInput destination)
    {
        destination.Required("S3Bucket", 1024);
        destination.Required("S3Region", 1024);
        // AWS takes an empty prefix, but not a missing one.
        if (destination.Optional("S3Prefix", 1024) is null)
            throw destination.Fault("S3Prefix", "Member must not be null");
        var output = destination.Object("S3OutputConfigurations");
        output.OneOf("OutputType", "CUSTOM", "ATHENA", "REDSHIFT");
        output.OneOf("Overwrite", "CREATE_NEW_REPORT", "OVERWRITE_REPORT");
        var (format, compression) = (output.OneOf("Format", "TEXT_OR_CSV", "PARQUET"), output.OneOf("Compression", "GZIP", "PARQUET", "ZIP"));
        if (format == "PARQUET" != (compression == "PARQUET"))
            throw destination.Invalid($"The compression {compression} does not go with the format {format}.");
    }

    [GeneratedRegex(@"^[0-9A-Za-z\-_]+\z")]
    private static partial Regex NamePattern();
}
