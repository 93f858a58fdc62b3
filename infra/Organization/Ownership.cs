namespace FinOps.Infra.Organization;

/// <summary>Who answers for the cost of an account or of a unit's accounts; what is not said comes from above.</summary>
public sealed record Ownership
{
    public static Ownership Unknown { get; } = new();

    /// <summary>A team of the tag standard.</summary>
    public string? Team { get; init; }

    /// <summary>One of the tag standard's environments.</summary>
    public string? Environment { get; init; }

    /// <summary>The finance code that the cost is booked on.</summary>
    public string? CostCenter { get; init; }

    /// <summary>This, completed from <paramref name="above"/> where this says nothing.</summary>
    public Ownership Over(Ownership above) => new()
    {
        Team = Team ?? above.Team,
        Environment = Environment ?? above.Environment,
        CostCenter = CostCenter ?? above.CostCenter,
    };
}
