using FinOps.Core.Compliance.Actions;

namespace FinOps.Core.Compliance.Results;

/// <summary>What one owner has to do.</summary>
/// <param name="Team">Empty when nobody is known; those resources need an owner first.</param>
/// <param name="Mail">The team's mailbox, or null.</param>
/// <param name="NotCompliant">Resources and what they cost.</param>
/// <param name="Rules">What is wrong with them, the most spend first.</param>
/// <param name="Remedies">Resources of the listed findings that are mended in one call each.</param>
public sealed record OwnerActions(string Team, string? Mail, Part NotCompliant, IReadOnlyList<RuleRow> Rules, IReadOnlyList<RemedyBatch> Remedies);
