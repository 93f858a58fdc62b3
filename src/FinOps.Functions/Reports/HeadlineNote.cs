namespace FinOps.Functions.Reports;

/// <param name="Name">The headline, as the report calls it.</param>
/// <param name="Value">As shown.</param>
/// <param name="How">The query and the arithmetic, so that anybody can repeat it.</param>
public sealed record HeadlineNote(string Name, string Value, string How);
