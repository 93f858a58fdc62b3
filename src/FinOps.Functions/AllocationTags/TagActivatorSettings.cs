using System.Globalization;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Functions.Aws;

namespace FinOps.Functions.AllocationTags;

/// <summary>Reads the function's settings: the standard's cost allocation keys, and what the environment adds.</summary>
public static class TagActivatorSettings
{
    /// <summary>Further keys with commas between them, for example <c>aws:createdBy</c>.</summary>
    public const string FurtherKeysVariable = "FINOPS_FURTHER_TAG_KEYS";

    public const string BackfillVariable = "FINOPS_BACKFILL_MONTHS";

    /// <exception cref="ProblemException">FIN5003, FIN5020: every mistake at once.</exception>
    public static TagActivatorOptions FromEnvironment(TagStandard standard, Func<string, string?> variable)
    {
        var further = (variable(FurtherKeysVariable) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Read(standard, further, variable(BackfillVariable), BackfillVariable, "environment");
    }

    /// <param name="backfill">Months as text; nothing for no backfill.</param>
    /// <param name="source">Where <paramref name="backfillPath"/> stands, for problems.</param>
    public static TagActivatorOptions Read(TagStandard standard, IReadOnlyList<string> furtherKeys, string? backfill, string backfillPath, string source)
    {
        var problems = new List<Problem>();
        int? months = null;
        if (!string.IsNullOrEmpty(backfill))
        {
            if (int.TryParse(backfill, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read <= TagActivatorOptions.MostBackfillMonths)
                months = read;
            else
                problems.Add(new Problem(AwsFailure.Settings, source, backfillPath, $"'{backfill}'", $"a whole number from 0 to {TagActivatorOptions.MostBackfillMonths}, or nothing", "Set it to 12 to fill in a whole year."));
        }

        string[] keys = [.. standard.CostAllocationKeys, .. furtherKeys];
        if (keys.Length == 0)
            problems.Add(new Problem("FIN5020", standard.Source, "keys", "no key with costAllocation: true", "at least one", "Write costAllocation: true at the keys that cost is shared out by."));
        return problems.Count == 0 ? new TagActivatorOptions(keys, months, DryRun: false) : throw new ProblemException(problems);
    }
}
