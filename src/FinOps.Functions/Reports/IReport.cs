namespace FinOps.Functions.Reports;

/// <summary>What every report says of itself, and what it ends with: what it could not see, how it counted, and what it cost.</summary>
public interface IReport
{
    /// <summary>The function that makes it, <c>cost-analyzer</c>; its reports are kept under this name.</summary>
    string FunctionName { get; }

    /// <summary>The time it tells of, <c>2026-03</c>; part of the place where it is kept.</summary>
    string Period { get; }

    /// <summary>The day it was made for, in UTC.</summary>
    DateOnly Day { get; }

    IReadOnlyList<Blindspot> NotSeen { get; }

    IReadOnlyList<HeadlineNote> Headlines { get; }

    RunCost Cost { get; }

    DateTimeOffset GeneratedAt { get; }

    /// <summary>Names this run; a repeated run with the same id delivers nothing twice.</summary>
    string RunId { get; }

    /// <summary>Where the figures come from.</summary>
    string Source { get; }
}
