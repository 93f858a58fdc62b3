namespace FinOps.Core.Compliance.Results;

/// <param name="Key">Account id, team, type or region; empty for a team that nobody knows.</param>
/// <param name="Label">For people.</param>
public sealed record StandingRow(string Key, string Label, Standing Standing);
