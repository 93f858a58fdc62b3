namespace FinOps.Core.Compliance.Judging;

/// <param name="Findings">All, the waived ones included.</param>
/// <param name="NeverTagged">It carries no tag that a person or program of ours set.</param>
public sealed record LiveVerdict(ComplianceState State, IReadOnlyList<JudgedFinding> Findings, bool NeverTagged);
