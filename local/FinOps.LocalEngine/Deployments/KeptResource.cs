namespace FinOps.LocalEngine.Deployments;

/// <summary>A real thing that a deployment left standing although its resource was to go.</summary>
/// <param name="Id">The provider's id of it.</param>
public sealed record KeptResource(string Urn, string Type, string Id, KeptReason Reason);

public enum KeptReason
{
    /// <summary>Protected: the stack still has it.</summary>
    Protected,

    /// <summary>Retained on delete: the stack has forgotten it.</summary>
    Retained,
}
