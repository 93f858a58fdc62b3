namespace FinOps.LocalAws.CostExplorer.Expressions;

/// <summary>What an Expression may contain at one place of the API.</summary>
/// <param name="DimensionKeys">Allowed dimension keys.</param>
/// <param name="DimensionMatches">Allowed match options of dimensions.</param>
/// <param name="LabelMatches">Allowed match options of tags and cost categories.</param>
/// <param name="AllowsLabels">Whether tags and cost categories may be used at all.</param>
/// <param name="NeedsValues">Whether a comparison must name values.</param>
internal sealed record ExpressionGrammar(
    IReadOnlySet<string> DimensionKeys,
    IReadOnlySet<string> DimensionMatches,
    IReadOnlySet<string> LabelMatches,
    bool AllowsLabels = true,
    bool NeedsValues = true)
{
    private static readonly string[] AllMatches = ["EQUALS", "ABSENT", "STARTS_WITH", "ENDS_WITH", "CONTAINS", "CASE_SENSITIVE", "CASE_INSENSITIVE"];

    /// <summary>Filters of cost queries and forecasts.</summary>
    public static ExpressionGrammar Query { get; } = new(
        CostDimension.Keys.ToHashSet(),
        new HashSet<string> { "EQUALS", "CASE_SENSITIVE" },
        new HashSet<string> { "EQUALS", "CASE_SENSITIVE", "ABSENT" });

    /// <summary>Filters of questions about single resources.</summary>
    public static ExpressionGrammar Resources { get; } = Query with { DimensionKeys = CostDimension.Keys.Append(CostDimension.ResourceId).ToHashSet() };

    /// <summary>Filters of budgets, which allow every match option.</summary>
    public static ExpressionGrammar Budget { get; } = new(
        CostDimension.Keys.ToHashSet(), AllMatches.Except(["ABSENT"]).ToHashSet(), AllMatches.ToHashSet());

    /// <summary>Rules of cost categories.</summary>
    public static ExpressionGrammar CategoryRule { get; } = new(
        new HashSet<string> { "LINKED_ACCOUNT", "LINKED_ACCOUNT_NAME", "SERVICE_CODE", "RECORD_TYPE", "REGION", "USAGE_TYPE", "BILLING_ENTITY" },
        AllMatches.ToHashSet(),
        AllMatches.ToHashSet());

    /// <summary>Specifications of anomaly monitors.</summary>
    public static ExpressionGrammar Monitor { get; } = new(
        new HashSet<string> { "LINKED_ACCOUNT" }, new HashSet<string> { "EQUALS", "CASE_SENSITIVE" }, new HashSet<string> { "EQUALS", "CASE_SENSITIVE", "ABSENT" });

    /// <summary>The key of an AWS-managed tag or cost category monitor; it names no values.</summary>
    public static ExpressionGrammar MonitorKey { get; } = Monitor with { NeedsValues = false };

    /// <summary>Thresholds of anomaly subscriptions.</summary>
    public static ExpressionGrammar Threshold { get; } = new(
        new HashSet<string> { "ANOMALY_TOTAL_IMPACT_ABSOLUTE", "ANOMALY_TOTAL_IMPACT_PERCENTAGE" },
        new HashSet<string> { "GREATER_THAN_OR_EQUAL" },
        new HashSet<string>(),
        AllowsLabels: false);
}
