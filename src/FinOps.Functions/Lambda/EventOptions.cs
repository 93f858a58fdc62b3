using System.Globalization;
using FinOps.Core.Costs;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Functions.Aws;
using FinOps.Functions.Costs;

namespace FinOps.Functions.Lambda;

/// <summary>Reads an event into options; all mistakes of one event are told at once.</summary>
internal static class EventOptions
{
    private const int LongestRunId = 64;

    /// <exception cref="ProblemException">FIN5003.</exception>
    public static CostAnalyzerOptions Read(CostAnalyzerEvent asked, TagStandard standard, string? allocationTag, string requestId)
    {
        var problems = new List<Problem>();
        DateOnly? asOf = null;
        BillingMonth? month = null;
        if (asked.AsOf is { } day)
        {
            if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
                asOf = read;
            else
                problems.Add(Wrong("asOf", day, "a day", "Write 2026-01-31, or leave it out for today."));
        }

        if (asked.Month is { } text)
        {
            if (BillingMonth.TryParse(text, out var read))
                month = read;
            else
                problems.Add(Wrong("month", text, "a month", "Write 2026-01, or leave it out for the current one."));
        }

        // The run id becomes part of an S3 key.
        var run = asked.Run ?? requestId;
        if (run.Length is 0 or > LongestRunId || !run.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            problems.Add(Wrong("run", run, $"1 to {LongestRunId} letters, digits, - and _", "Write weekly-2026-05, or leave it out."));
        return problems.Count > 0
            ? throw new ProblemException(problems)
            : new CostAnalyzerOptions
            {
                Standard = standard,
                AsOf = asOf,
                Month = month,
                AllocationTag = allocationTag,
                FurtherTags = asked.Tags ?? [],
                RunId = run,
            };
    }

    private static Problem Wrong(string path, string found, string allowed, string fix) =>
        new(AwsFailure.Settings, "event", path, $"'{found}'", allowed, fix);
}
