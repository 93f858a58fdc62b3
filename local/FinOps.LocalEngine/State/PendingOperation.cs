namespace FinOps.LocalEngine.State;

/// <summary>What a provider was asked to do and whose answer was never recorded.</summary>
internal sealed record PendingOperation(PendingKind Kind, ResourceState Resource);

internal enum PendingKind
{
    Creating,
    Updating,
    Deleting,
}
