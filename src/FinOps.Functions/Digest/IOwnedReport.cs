using FinOps.Functions.Reports;

namespace FinOps.Functions.Digest;

/// <summary>A report that also says who has to do what about it. It is stored with <see cref="OwnersFile"/> beside it, which the digest reads.</summary>
public interface IOwnedReport : IReport
{
    IReadOnlyList<OwnerFindings> Findings { get; }

    /// <summary>What the ids of findings begin with that this run could not look for: <c>budget/</c>. That there are none then says nothing.</summary>
    IReadOnlyList<string> NotLookedAt { get; }
}

/// <param name="Owner">A team as the tag standard calls it; empty for what nobody owns.</param>
public sealed record OwnerFindings(string Owner, IReadOnlyList<Finding> Items);

/// <summary>One thing for its owner to look at.</summary>
/// <param name="Id">Stays the same from report to report for as long as it is the same thing: without figures and dates. Unique within the report.</param>
/// <param name="Title">What it is, one sentence; data.</param>
/// <param name="Amount">What it costs or saves in a month, in <paramref name="Currency"/>; null for what has no price.</param>
/// <param name="Link">An https address that shows it; null without one.</param>
public sealed record Finding(string Id, string Title, FindingSeverity Severity, decimal? Amount = null, string? Currency = null, string? Link = null);

/// <summary>How soon it matters; the more urgent, the greater.</summary>
public enum FindingSeverity
{
    Note,
    Warning,
    Urgent,
}
