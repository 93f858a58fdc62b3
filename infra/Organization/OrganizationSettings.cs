namespace FinOps.Infra.Organization;

/// <summary>
/// Who owns which account. What is said of an account here comes first, then the account's own tags, then what is said of its unit
/// and of the units above.
/// </summary>
public sealed record OrganizationSettings
{
    public const string Section = "organization";

    /// <summary>Whether the accounts' own tags are read, all of them with one paged question (permission <c>tag:GetResources</c>).</summary>
    public bool ReadAccountTags { get; init; } = true;

    /// <summary>Owners of units by id, path (<c>Workloads/Prod</c>) or name; their accounts inherit them.</summary>
    public IReadOnlyDictionary<string, Ownership> Units { get; init; } = new Dictionary<string, Ownership>();

    /// <summary>Owners of accounts by id or name.</summary>
    public IReadOnlyDictionary<string, Ownership> Accounts { get; init; } = new Dictionary<string, Ownership>();
}
