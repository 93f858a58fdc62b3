namespace FinOps.Infra.Reporting.Functions;

/// <summary>The function that tells owners of alerts of budgets and anomaly detection. It stands where there is a topic (<c>finops:alerts</c>, <c>topic</c>).</summary>
public sealed record BudgetResponderSettings
{
    /// <summary>Whether there is one.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether it only logs what it would tell.</summary>
    public bool DryRun { get; init; }
}
