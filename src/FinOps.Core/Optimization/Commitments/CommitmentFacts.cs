namespace FinOps.Core.Optimization.Commitments;

/// <param name="Uses">One for each kind and month that AWS has data for.</param>
/// <param name="Without">Kinds of which there are none: AWS has no data of them.</param>
public sealed record CommitmentFacts(IReadOnlyList<CommitmentUse> Uses, IReadOnlyList<string> Without);
