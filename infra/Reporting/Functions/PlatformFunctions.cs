namespace FinOps.Infra.Reporting.Functions;

internal static class PlatformFunctions
{
    /// <summary>Every function, one a line.</summary>
    public static IReadOnlyList<IPlatformFunction> All { get; } =
    [
        new CostAnalyzerFunction(),

        new TagActivatorFunction(),

        new HistoricalCostAnalyzerFunction(),

        new BudgetResponderFunction(),

        new ComplianceCheckerFunction(),

        new OptimizationInsightsFunction(),

        new NonprodSchedulerFunction(),

        new TagInventoryFunction(),

        new DigestFunction(),
    ];

    /// <summary>Roles of the functions that write reports.</summary>
    public static IReadOnlyList<string> Writers { get; } = [.. All.Where(function => function.StoresReports).Select(function => $"finops-{function.Name}")];
}
