namespace FinOps.Core.Optimization;

/// <summary>How an owner was found.</summary>
public enum OwnerSource
{
    /// <summary>A valid allocation tag of the resource.</summary>
    ResourceTag,

    /// <summary>A valid allocation tag of its account.</summary>
    AccountTag,

    /// <summary>Only the account's name is known.</summary>
    Account,

    None,
}
