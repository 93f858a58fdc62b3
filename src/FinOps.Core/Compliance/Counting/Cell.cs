using FinOps.Core.Compliance.Results;

namespace FinOps.Core.Compliance.Counting;

/// <summary>A cell with its names and its share of the spend.</summary>
/// <param name="Team">As the resources say it; empty when they do not.</param>
/// <param name="Owner"><paramref name="Team"/>, else the account's; empty when nobody is known.</param>
internal sealed record Cell(string Account, string Region, string Type, string Team, string Owner, VerdictShape Shape, Part Part);
