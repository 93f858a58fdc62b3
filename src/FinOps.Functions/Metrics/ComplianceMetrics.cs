using FinOps.Core.Metrics;
using FinOps.Functions.Compliance;

namespace FinOps.Functions.Metrics;

/// <summary>The figures of the compliance report as metrics; docs/metrics.md lists them. What the report does not know has no sample.</summary>
public static class ComplianceMetrics
{
    /// <summary>Teams that have a sample of their own, those with the most to do first.</summary>
    public const int MostTeams = 20;

    public static IReadOnlyList<MetricFamily> Of(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var (result, total, currency) = (report.Result, report.Result.Total, report.Currency.ToLowerInvariant());
        return
        [
            Ratio("finops_compliance_share", "Resources that keep to the tag standard, as a share of those that were judged and not waived.", Share(result.Share)),
            Ratio("finops_compliance_spend_share", "The same share of what they cost.", Share(result.SpendShare)),
            Count("finops_compliance_resources", "Resources that were seen.", total.Total.Resources),
            Count("finops_noncompliant_resources", "Resources with a finding that no waiver covers.", total.NonCompliant.Resources),
            Count("finops_waived_resources", "Resources whose findings are all waived.", total.Waived.Resources),
            Count("finops_unknown_type_resources", "Resources of types that nothing judges.", total.UnknownType.Resources),
            new($"finops_noncompliant_spend_{currency}", MetricKind.Gauge, currency, "What resources that are not compliant cost in the days of the report.", result.Spend is null ? [] : [new MetricSample(total.NonCompliant.Spend.Amount)]),
            Ratio("finops_compliance_team_share", $"Share of each team, of the {MostTeams} with the most to do.",
                result.AsksForAnything ? [.. result.Teams.Where(row => row.Key.Length > 0).Take(MostTeams).SelectMany(row => Share(row.Standing.Share, ("team", row.Key)))] : []),
            Count("finops_compliance_blindspots", "Things that the report could not see.", report.NotSeen.Count),
        ];
    }

    private static MetricFamily Count(string name, string help, int value) => new(name, MetricKind.Gauge, "", help, new MetricSample(value));

    private static MetricFamily Ratio(string name, string help, IReadOnlyList<MetricSample> samples) => new($"{name}_ratio", MetricKind.Gauge, "ratio", help, samples);

    /// <summary>To six places: a share is a quotient and has no exact end.</summary>
    private static MetricSample[] Share(decimal? share, params (string, string)[] labels) => share is { } known ? [new(decimal.Round(known, 6), labels)] : [];
}
