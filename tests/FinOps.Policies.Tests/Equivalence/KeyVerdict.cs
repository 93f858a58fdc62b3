namespace FinOps.Policies.Tests.Equivalence;

/// <summary>What one enforcement point makes of one key of the standard on one resource.</summary>
internal enum KeyVerdict
{
    Fine,
    Missing,
    OtherValue,
}
