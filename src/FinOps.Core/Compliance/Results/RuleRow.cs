using FinOps.Core.Tagging;

namespace FinOps.Core.Compliance.Results;

/// <summary>One kind of mistake and how often it was made. A resource with two mistakes is in two rows.</summary>
/// <param name="Rule">The rule of the policy pack that tells it.</param>
/// <param name="Key">As the standard writes it; empty for limits of AWS, which hold for every key.</param>
/// <param name="Open">Resources where no waiver covers it.</param>
/// <param name="Waived">Resources where one does.</param>
public sealed record RuleRow(string Rule, TagFindingKind Kind, string Key, Part Open, int Waived);
