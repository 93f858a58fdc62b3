namespace FinOps.Core.Organization.Synthetic;

/// <summary>What a synthetic organization is made from. Equal options make equal organizations, down to the last cent.</summary>
public sealed record SyntheticOrganizationOptions
{
    public const int MaximumAccounts = 10_000;
    public const int MaximumMonths = 38;
    public const int MaximumFreeResources = 100_000;

    /// <summary>Number of accounts, the management account included; 1 to 10,000.</summary>
    public int Accounts { get; init; } = 40;

    /// <summary>Complete months of cost history before the current one; 1 to 38 (the longest history Cost Explorer offers).</summary>
    public int Months { get; init; } = 14;

    /// <summary>How many resources without cost of its own each account has, beside those of the bill; 0 to 100,000.</summary>
    public int FreeResources { get; init; } = 12;

    public int Seed { get; init; } = 20260101;

    /// <summary>The day taken as today, in UTC. Costs exist up to the day before.</summary>
    public required DateOnly AsOf { get; init; }

    public static SyntheticOrganizationOptions ForToday(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return new SyntheticOrganizationOptions { AsOf = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime) };
    }
}
