namespace FinOps.Infra.Organization;

/// <summary>Who owns what in the organization, where the accounts' own tags do not say.</summary>
public sealed record OrganizationSettings
{
    public const string Section = "organization";
}
