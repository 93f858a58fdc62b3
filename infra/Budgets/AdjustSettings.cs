namespace FinOps.Infra.Budgets;

/// <summary>What AWS goes by when it sets a limit.</summary>
public sealed record AdjustSettings
{
    /// <summary>Whose number is taken.</summary>
    public AdjustBy By { get; init; } = AdjustBy.History;

    /// <summary>How many months back count, up to 12; with history only.</summary>
    public int Months { get; init; } = 6;
}

/// <summary>Where an adjusted limit comes from.</summary>
public enum AdjustBy
{
    /// <summary>The average of the months before.</summary>
    History,

    /// <summary>AWS's own forecast.</summary>
    Forecast,
}
