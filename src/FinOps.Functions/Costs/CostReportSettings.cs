using System.Globalization;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Costs;

/// <summary>What somebody asked for; null for what was left out.</summary>
public sealed record CostReportSettings
{
    private const string Id = AwsFailure.Settings;

    // A request each: more than this is a mistake in the settings rather than a wish.
    private const int MostKeys = 20;
    private const int LongestTagKey = 128;
    private const int LongestCategory = 50;
    private const string Own = "own";
    private const string Aws = "aws";

    /// <summary>"Today", as 2026-01-31.</summary>
    public string? AsOf { get; init; }

    /// <summary>As 2026-01.</summary>
    public string? Month { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>In the currency of the bill; as text, so that a wrong number is told with all other mistakes.</summary>
    public string? GateUsd { get; init; }

    /// <summary>20 for 20 %.</summary>
    public string? GatePercent { get; init; }

    /// <summary>own, or aws to put AWS's forecast beside it.</summary>
    public string? Forecast { get; init; }

    /// <summary>The settings of a deployed function.</summary>
    public static CostReportSettings FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return new CostReportSettings
        {
            Tags = List("FINOPS_COST_TAGS"),
            Categories = List("FINOPS_COST_CATEGORIES"),
            GateUsd = Given("FINOPS_COST_GATE_USD"),
            GatePercent = Given("FINOPS_COST_GATE_PERCENT"),
            Forecast = Given("FINOPS_COST_FORECAST"),
        };

        string? Given(string name) => variable(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

        List<string>? List(string name) => Given(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
    }

    /// <summary>These settings, and the others' for what was left out.</summary>
    public CostReportSettings Or(CostReportSettings others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new CostReportSettings
        {
            AsOf = AsOf ?? others.AsOf,
            Month = Month ?? others.Month,
            Tags = Tags ?? others.Tags,
            Categories = Categories ?? others.Categories,
            GateUsd = GateUsd ?? others.GateUsd,
            GatePercent = GatePercent ?? others.GatePercent,
            Forecast = Forecast ?? others.Forecast,
        };
    }

    /// <param name="source">Where the settings were written, for error messages.</param>
    /// <param name="path">What a setting is called there, by its name in an event.</param>
    /// <exception cref="ProblemException">FIN5003, once for each mistake.</exception>
    public CostAnalyzerOptions Read(TagStandard standard, string source, Func<string, string> path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var problems = new List<Problem>();
        DateOnly? asOf = DateOnly.TryParseExact(AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        if (AsOf is not null && asOf is null)
            Wrong("asOf", AsOf, "a day", "Write 2026-01-31, or leave it out for today.");
        BillingMonth? month = BillingMonth.TryParse(Month, out var read) ? read : null;
        if (Month is not null && month is null)
            Wrong("month", Month, "a month", "Write 2026-01, or leave it out for the current one.");
        if (Forecast is not (null or Own or Aws))
            Wrong("forecast", Forecast, $"{Own} or {Aws}", "Leave it out for the report's own forecast alone.");
        var options = new CostAnalyzerOptions
        {
            Standard = standard,
            AsOf = asOf,
            Month = month,
            FurtherTags = Keys("tags", Tags, LongestTagKey),
            Categories = Keys("categories", Categories, LongestCategory),
            Gates = new MoverGates(Gate("gateUsd", GateUsd, MoverGates.Default.Amount), Gate("gatePercent", GatePercent, MoverGates.Default.Ratio * 100) / 100),
            AwsForecast = Forecast == Aws,
        };
        return problems.Count == 0 ? options : throw new ProblemException(problems);

        decimal Gate(string name, string? text, decimal otherwise)
        {
            if (text is null)
                return otherwise;
            if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var gate) && gate <= 1_000_000_000)
                return gate;
            Wrong(name, text, "a number from 0 to 1000000000, such as 100 or 12.5", "Write it without sign and without thousands separators.");
            return otherwise;
        }

        IReadOnlyList<string> Keys(string name, IReadOnlyList<string>? keys, int longest)
        {
            foreach (var key in (keys ?? []).Where(key => string.IsNullOrWhiteSpace(key) || key.Length > longest))
                Wrong(name, key ?? "null", $"keys of 1 to {longest} characters", "Write each key as the bill has it.");
            if (keys?.Count > MostKeys)
                Wrong(name, $"{keys.Count} keys", $"at most {MostKeys}", "Each costs a request; ask for the ones that somebody reads.");
            return [.. (keys ?? []).Distinct(StringComparer.Ordinal)];
        }

        void Wrong(string name, string found, string allowed, string fix) => problems.Add(new Problem(Id, source, path(name), $"'{found}'", allowed, fix));
    }
}
