using System.Collections.Immutable;

namespace FinOps.Policies.Model;

/// <param name="Good">Resources that the rule accepts.</param>
/// <param name="Bad">Resources that the rule refuses.</param>
public sealed record RuleExamples(ImmutableArray<RuleExample> Good, ImmutableArray<RuleExample> Bad);
