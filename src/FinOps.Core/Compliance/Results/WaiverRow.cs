using FinOps.Core.Waivers;

namespace FinOps.Core.Compliance.Results;

/// <summary>A waiver and what it hides, or would hide had it not ended.</summary>
/// <param name="Findings">Findings that it covers.</param>
/// <param name="DaysLeft">Until it ends; zero or less when it has.</param>
public sealed record WaiverRow(Waiver Waiver, int Findings, int DaysLeft);
