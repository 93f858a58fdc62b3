using Pulumi.Rpc.Values;

namespace FinOps.Policies.Tagging;

internal static class ValueExtensions
{
    /// <summary>Without the secret around it; what is inside keeps its own.</summary>
    public static PropertyValue Unwrapped(this PropertyValue value) => value switch
    {
        SecretValue secret => secret.Value.Unwrapped(),
        OutputValue { Value: { } known } => known.Unwrapped(),
        _ => value,
    };
}
