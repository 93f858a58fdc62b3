using System.Globalization;
using FinOps.Core.Costs;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Functions.Aws;
using FinOps.Functions.Costs;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Lambda;

/// <summary>Reads an event into options; all mistakes of one event are told at once.</summary>
internal static class EventOptions
{
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

        var run = asked.Run ?? requestId;
        if (!RunIds.IsValid(run))
            problems.Add(RunIds.Wrong(run));
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
