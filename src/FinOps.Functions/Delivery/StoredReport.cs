using System.Globalization;

namespace FinOps.Functions.Delivery;

/// <summary>A run of a report as its place in the bucket names it: <c>reports/FUNCTION/PERIOD/DAY-RUN/report.FORMAT</c>.</summary>
/// <param name="Formats">What it is stored as, by file name ending.</param>
public sealed record StoredReport(string Function, string Period, DateOnly Day, string RunId, IReadOnlyList<string> Formats)
{
    public const string Root = "reports/";

    private const string FileName = "report.";

    /// <summary>Without <see cref="Root"/>.</summary>
    public string Folder => string.Create(CultureInfo.InvariantCulture, $"{Function}/{Period}/{Day:yyyy-MM-dd}-{RunId}");

    /// <summary>Reads keys of the bucket; what is no file of a report is left out. Latest day first, then by function and run.</summary>
    public static IReadOnlyList<StoredReport> Read(IEnumerable<string> keys) =>
    [
        .. keys.Select(Parse).OfType<StoredReport>()
            .GroupBy(file => file.Folder, StringComparer.Ordinal)
            .Select(files => files.First() with { Formats = [.. files.SelectMany(file => file.Formats).Order(StringComparer.Ordinal)] })
            .OrderByDescending(report => report.Day).ThenBy(report => report.Function, StringComparer.Ordinal).ThenByDescending(report => report.RunId, StringComparer.Ordinal),
    ];

    private static StoredReport? Parse(string key)
    {
        const int DayLength = 10;
        return key.StartsWith(Root, StringComparison.Ordinal) && key[Root.Length..].Split('/') is [var function, var period, { Length: > DayLength + 1 } run, var file]
            && file.StartsWith(FileName, StringComparison.Ordinal) && run[DayLength] == '-'
            && DateOnly.TryParseExact(run[..DayLength], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? new StoredReport(function, period, day, run[(DayLength + 1)..], [file[FileName.Length..]])
                : null;
    }
}
