namespace FinOps.Core.Organization.Synthetic;

public enum SyntheticAccountState
{
    Active,
    Suspended,
}
