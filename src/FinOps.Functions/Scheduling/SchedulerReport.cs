using System.Globalization;
using FinOps.Core.Costs;
using FinOps.Core.Scheduling.Decisions;
using FinOps.Functions.Reports;
using FinOps.Functions.Scheduling.Switching;

namespace FinOps.Functions.Scheduling;

/// <summary>The one view model of a run; every renderer shows this and nothing else.</summary>
public sealed record SchedulerReport : IReport
{
    public string FunctionName => NonprodScheduler.FunctionName;

    public string Period => GeneratedAt.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public DateOnly Day => DateOnly.FromDateTime(GeneratedAt.UtcDateTime);

    /// <summary>False for a dry run.</summary>
    public required bool Applied { get; init; }

    /// <summary>Every resource with a schedule tag, in order of account, region, kind and id.</summary>
    public required IReadOnlyList<SwitchRow> Rows { get; init; }

    public required IReadOnlyList<ScheduleLine> Schedules { get; init; }

    /// <summary>How many accounts were looked into.</summary>
    public required int Accounts { get; init; }

    /// <summary>How many regions of them.</summary>
    public required int Places { get; init; }

    public required string Currency { get; init; }

    /// <summary>The days of the bill from which the hourly prices are; null when it was not read.</summary>
    public DateRange? RatePeriod { get; init; }

    public required IReadOnlyList<Blindspot> NotSeen { get; init; }

    public required RunCost Cost { get; init; }

    public required DateTimeOffset GeneratedAt { get; init; }

    public required string RunId { get; init; }

    public required string Source { get; init; }

    /// <summary>What the stops have saved that are in force.</summary>
    public Money SavedSoFar => Sum(Rows.Where(row => !row.HasEnded));

    /// <summary>What the stops saved that ended with this run.</summary>
    public Money SavedByEnded => Sum(Rows.Where(row => row.HasEnded));

    public decimal StoppedHours => Rows.Sum(row => row.StoppedHours ?? 0);

    /// <summary>Stopped resources for whose hours the bill shows no price, or for which AWS does not tell the time.</summary>
    public int WithoutSaving => Rows.Count(row => row is { Saved: null, StoppedHours: not null } or { Status: "stopped", StoppedHours: null, Reason: DecisionReason.AsItShouldBe });

    /// <summary>A person has to look at something.</summary>
    public bool NeedsHelp => Rows.Any(row => row.Result == SwitchResult.Refused);

    public IReadOnlyList<HeadlineNote> Headlines => SchedulerNotes.For(this);

    public int Count(SwitchAction action) => Rows.Count(row => row.Action == action && row.Result is SwitchResult.Done or SwitchResult.WouldDo);

    public int Count(SwitchResult result) => Rows.Count(row => row.Result == result);

    private Money Sum(IEnumerable<SwitchRow> rows) => Money.Sum(rows.Select(row => row.Saved).OfType<Money>(), Currency);
}

/// <summary>A schedule of the settings.</summary>
/// <param name="Used">How many resources name it.</param>
public sealed record ScheduleLine(string Name, string Hours, string TimeZone, bool IsOpen, DateTimeOffset? NextChange, int Used);
