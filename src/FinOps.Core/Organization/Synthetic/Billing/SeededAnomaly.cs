using FinOps.Core.Costs;

namespace FinOps.Core.Organization.Synthetic.Billing;

/// <summary>Where an unusual cost goes, and how large it is.</summary>
/// <param name="FactorPerMille">What the ordinary amount is multiplied with, in thousandths.</param>
/// <param name="DailyCents">Least ordinary amount a day in US cents, so that the anomaly matters in an account of any size.</param>
internal sealed record SeededAnomaly(
    string Name,
    int AccountIndex,
    string Service,
    string UsageType,
    DateRange Days,
    long FactorPerMille,
    long DailyCents)
{
    private const int PaymentsProduction = 5;
    private const int SearchProduction = 7;

    /// <summary>Logging that somebody left on debug level, and a function that called itself for a day.</summary>
    public static IReadOnlyList<SeededAnomaly> Plan(SyntheticOrganizationOptions options)
    {
        var lastIndex = options.Accounts - 1;
        return
        [
            new SeededAnomaly(
                "debug-logging", Math.Min(PaymentsProduction, lastIndex), UsageCatalog.CloudWatch, UsageCatalog.LogIngestion,
                new DateRange(options.AsOf.AddDays(-24), options.AsOf), FactorPerMille: 4_600, DailyCents: 2_600),
            new SeededAnomaly(
                "recursive-function", Math.Min(SearchProduction, lastIndex), UsageCatalog.Lambda, UsageCatalog.LambdaDuration,
                DateRange.OfDays(options.AsOf.AddDays(-6), 1), FactorPerMille: 32_000, DailyCents: 1_900),
        ];
    }

    public bool Hits(SyntheticAccount account, UsageTemplate template) =>
        account.Index == AccountIndex && template.Service == Service && template.UsageType == UsageType;
}
