namespace FinOps.LocalAws;

/// <summary>What a support plan opens of Trusted Advisor.</summary>
public enum SupportPlan
{
    /// <summary>Nothing: both APIs refuse.</summary>
    Basic,

    /// <summary>Checks and recommendations of the account itself.</summary>
    Business,

    /// <summary>Those, and the organization's prioritized recommendations.</summary>
    Enterprise,
}
