using FinOps.Core.Optimization;
using FinOps.Core.Optimization.Decisions;
using FinOps.Core.Optimization.Ledger;
using FinOps.Functions.Rendering;
using FinOps.Functions.Rendering.Html;

namespace FinOps.Functions.Optimization;

/// <summary>What page, mail and Markdown say alike.</summary>
internal static class OptimizationWords
{
    public const string NoLedger = "No ledger: the function keeps one in its report bucket.";

    public static string Title(OptimizationReport report) => $"Savings opportunities {Day(report.Day)}";

    /// <summary>Figures and dates only.</summary>
    public static string Subject(OptimizationReport report) =>
        $"Savings opportunities {Day(report.Day)}: {Figures.Money(report.Analysis.UsageTotal)} a month in {Figures.Count(report.Analysis.Usage.Count, "resource")}";

    public static string Lede(OptimizationReport report) =>
        $"{Figures.Count(report.Analysis.Usage.Count, "resource")} and {Figures.Count(report.Analysis.Purchases.Count, "purchase")}, ranked by saving, effort and risk. Amounts a month, in {report.Analysis.Currency}.";

    public static string Effort(Effort effort) => effort switch
    {
        Core.Optimization.Effort.VeryLow => "very low",
        Core.Optimization.Effort.VeryHigh => "very high",
        _ => effort.ToString().ToLowerInvariant(),
    };

    public static string Action(SavingAction action) => action switch
    {
        SavingAction.ScaleIn => "Scale in",
        SavingAction.MigrateToGraviton => "Migrate to Graviton",
        SavingAction.PurchaseSavingsPlans => "Buy savings plans",
        SavingAction.PurchaseReservedInstances => "Buy reservations",
        _ => action.ToString(),
    };

    public static string Source(AdviceSource source) => source switch
    {
        AdviceSource.CostOptimizationHub => "Cost Optimization Hub",
        AdviceSource.ComputeOptimizer => "Compute Optimizer",
        AdviceSource.CostExplorer => "Cost Explorer",
        _ => "Trusted Advisor",
    };

    public static string Sources(SavingOption option) => string.Join(", ", option.Sources.Select(Source));

    public static string Change(SavingOption option) =>
        option.Recommended.Length == 0 ? option.Current : option.Current.Length == 0 ? option.Recommended : $"{option.Current} to {option.Recommended}";

    public static string Risk(SavingOption option) => string.Join(", ", ((string?[])
    [
        option.RestartNeeded switch { true => "restarts", false => null, null => "restart not stated" },
        option.RollbackPossible switch { true => null, false => "no way back", null => "way back not stated" },
        option.LookbackDays is { } days ? days < RankWeights.ShortLookbackDays ? $"only {days} days looked at" : null : "look-back not stated",
    ]).OfType<string>()) is { Length: > 0 } text ? text : "none stated";

    public static string Alternatives(Opportunity opportunity) =>
        opportunity.Alternatives.Count == 0 ? "" : $"(or {string.Join(", ", opportunity.Alternatives.Take(3).Select(option => $"{Action(option.Action).ToLowerInvariant()} {Figures.Money(option.MonthlySaving)}"))})";

    public static string Owner(Owner owner) => owner.Source switch
    {
        OwnerSource.None => "nobody known",
        OwnerSource.AccountTag => $"{owner.Name} (by its account)",
        OwnerSource.Account => $"account {owner.Name}",
        _ => owner.Name,
    };

    public static string Part(SavingPart part) => part.Key.Length == 0 ? "nobody known" : part.Key;

    public static string Account(OptimizationReport report, string id) => report.AccountNames.TryGetValue(id, out var name) ? name : id;

    public static string What(Opportunity opportunity) => opportunity.Best.Action.IsPurchase()
        ? $"{opportunity.Resource.Type}, {opportunity.Resource.Region}"
        : opportunity.Resource.Id;

    public static string Decision(Decision decision) => $"{(decision.Kind == DecisionKind.Snooze ? "snoozed" : "dismissed")} until {Day(decision.Until)} by {decision.By}: {decision.Reason}";

    public static string State(LedgerEntry entry) => entry.State switch
    {
        LedgerState.Gone => $"done since {Day(entry.Gone!.Value)}, measured after a settled week",
        LedgerState.Measured => "measured",
        LedgerState.NotMeasurable => $"not measurable: {entry.Why}",
        _ => "open",
    };

    /// <summary>AWS's total beside ours, in one sentence.</summary>
    public static string Compared(TotalComparison comparison) => comparison is { Elsewhere.IsZero: true, SetAside.IsZero: true } && comparison.Remainder.Rounded().IsZero
        ? $"AWS's own de-duplicated total is the same {Figures.Money(comparison.Aws)}."
        : $"AWS's own de-duplicated total is {Figures.Money(comparison.Aws)}, ours {Figures.Money(comparison.Ours)}: {Figures.Change(comparison.Elsewhere)} that Cost Optimization Hub does not know, {Figures.Change(-comparison.SetAside)} set aside by decisions, {Figures.Change(comparison.Remainder)} by AWS's other rules of counting and another moment.";

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static IReadOnlyList<Kpi> Cards(OptimizationReport report)
    {
        var analysis = report.Analysis;
        return
        [
            new("Save by using less", Figures.Money(analysis.UsageTotal), $"a month in {Figures.Count(analysis.Usage.Count, "resource")}; {Figures.Percent(analysis.UsageShare)} of the usage.", ""),
            new("Save by committing", Figures.Money(analysis.PurchaseTotal), "a month, after the usage is down; never added to it.", ""),
            Easy(analysis),
            report.Ledger is { } ledger
                ? new("Realised", Figures.Money(ledger.Realised(analysis.Currency)), $"measured in {ledger.Month}, of {Figures.Money(ledger.PromisedOf(LedgerState.Measured, analysis.Currency))} promised.", ledger.In(LedgerState.Measured).Any() ? "good" : "")
                : new("Realised", Figures.None, NoLedger, ""),
        ];
    }

    private static Kpi Easy(OptimizationAnalysis analysis)
    {
        var easy = analysis.Usage.Where(each => each.Best.Effort is Core.Optimization.Effort.VeryLow or Core.Optimization.Effort.Low).ToList();
        return new("Of it with little work", Figures.Money(Core.Costs.Money.Sum(easy.Select(each => each.MonthlySaving), analysis.Currency)), $"{Figures.Count(easy.Count, "resource")} of effort low or very low.", "");
    }
}
