using FinOps.Functions.Costs;

namespace FinOps.Functions.Rendering;

/// <summary>What every report ends with: what it could not see, how it counted, and what it cost.</summary>
public interface IReport
{
    IReadOnlyList<Blindspot> NotSeen { get; }

    IReadOnlyList<HeadlineNote> Headlines { get; }

    RunCost Cost { get; }

    DateTimeOffset GeneratedAt { get; }

    string RunId { get; }

    string Source { get; }
}
