namespace FinOps.Infra.Organization;

/// <param name="State">PENDING_ACTIVATION, ACTIVE, SUSPENDED, PENDING_CLOSURE or CLOSED.</param>
public sealed record OrganizationAccount(string Id, string Name, string State)
{
    /// <summary>The root or the unit that holds the account.</summary>
    public string ParentId { get; init; } = "";

    /// <summary>Tags of the account itself.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Who answers for the account's cost where its resources do not say.</summary>
    public Ownership Owner { get; init; } = Ownership.Unknown;

    public bool CanSpend => State is "ACTIVE" or "PENDING_ACTIVATION";
}
