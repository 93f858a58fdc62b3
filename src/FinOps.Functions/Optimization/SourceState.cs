using FinOps.Core.Optimization;

namespace FinOps.Functions.Optimization;

/// <param name="State">In words.</param>
/// <param name="Advice">How many pieces of advice it gave.</param>
public sealed record SourceState(AdviceSource Source, string State, bool IsComplete, int Advice);
