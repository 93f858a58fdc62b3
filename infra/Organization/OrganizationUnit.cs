namespace FinOps.Infra.Organization;

/// <param name="Path">Names from below the root down to the unit, <c>Workloads/Prod</c>.</param>
/// <param name="ParentId">The root or another unit.</param>
public sealed record OrganizationUnit(string Id, string Name, string Path, string ParentId)
{
    /// <summary>What the config says of the unit, completed from the units above it.</summary>
    public Ownership Owner { get; init; } = Ownership.Unknown;
}
