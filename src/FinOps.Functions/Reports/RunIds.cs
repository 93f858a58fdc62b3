using System.Globalization;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Reports;

/// <summary>Names of runs: they become part of S3 keys.</summary>
internal static class RunIds
{
    private const int Longest = 64;

    public static bool IsValid(string run) => run.Length is > 0 and <= Longest && run.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>The mistake of an event that names its run otherwise.</summary>
    public static Problem Wrong(string run) =>
        new(AwsFailure.Settings, "event", "run", $"'{run}'", $"1 to {Longest} letters, digits, - and _", "Write weekly-2026-05, or leave it out.");

    /// <summary>The name of a run that nobody named.</summary>
    public static string At(DateTimeOffset now) => now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
