using FinOps.Core.Tagging;
using FinOps.Core.Waivers;

namespace FinOps.Core.Compliance.Judging;

/// <summary>One thing wrong with one live resource.</summary>
/// <param name="Rule">The rule of the policy pack that tells it.</param>
/// <param name="Waiver">The waiver that covers it today, or null.</param>
/// <param name="Lapsed">Without one: a waiver that covered it and has ended.</param>
public sealed record JudgedFinding(TagFinding Finding, string Rule, Waiver? Waiver, Waiver? Lapsed);
