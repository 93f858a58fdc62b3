namespace FinOps.Functions.Reports;

/// <summary>Something that the report would show but could not see. Silence is never zero.</summary>
/// <param name="What">What is missing from the report.</param>
/// <param name="Why">Why it could not be seen.</param>
/// <param name="NextStep">What to do so that the next report sees it.</param>
public sealed record Blindspot(string What, string Why, string NextStep);
