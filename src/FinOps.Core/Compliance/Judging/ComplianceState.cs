namespace FinOps.Core.Compliance.Judging;

/// <summary>What came of holding one resource against the standard. Every resource is in exactly one of them.</summary>
public enum ComplianceState
{
    /// <summary>A key of the standard applies to it, and nothing is wrong.</summary>
    Compliant,

    /// <summary>Something is wrong that no waiver covers.</summary>
    NonCompliant,

    /// <summary>Everything that is wrong is covered by waivers that hold today.</summary>
    Waived,

    /// <summary>No key of the standard applies to its type, and nothing is wrong.</summary>
    NothingAsked,

    /// <summary>Nobody knows which type the standard would call it, so nothing judged it.</summary>
    UnknownType,
}
