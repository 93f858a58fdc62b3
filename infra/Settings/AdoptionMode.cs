namespace FinOps.Infra.Settings;

/// <summary>How far FinOps goes in this organization: decides what is on where the config does not say.</summary>
public enum AdoptionMode
{
    /// <summary>Show cost and who owns it; stop nobody.</summary>
    Observe,

    /// <summary>Also warn and protect what FinOps itself needs.</summary>
    Guard,

    /// <summary>Also stop what the standard forbids.</summary>
    Full,
}
