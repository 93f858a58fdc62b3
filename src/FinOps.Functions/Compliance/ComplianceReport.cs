using FinOps.Core.Compliance.Results;
using FinOps.Functions.Compliance.Gathering;
using FinOps.Functions.Compliance.Trend;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Compliance;

/// <summary>The one view model of the compliance report; every renderer shows this and nothing else.</summary>
public sealed record ComplianceReport : IReport
{
    public string FunctionName => ComplianceChecker.FunctionName;

    public string Period => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Day:yyyy-MM}");

    public DateOnly Day => DateOnly.FromDateTime(GeneratedAt.UtcDateTime);

    public required ComplianceResult Result { get; init; }

    /// <summary>Accounts whose resources were read, and those that were asked for.</summary>
    public required int AccountsSeen { get; init; }

    public required int AccountsAsked { get; init; }

    /// <summary>The figures of earlier runs, oldest first; empty for a first run, and null when nobody could look.</summary>
    public required IReadOnlyList<RunFigures>? Earlier { get; init; }

    /// <summary>AWS's own verdict; null when it could not be asked for.</summary>
    public required NativeSummary? Native { get; init; }

    /// <summary>Where the standard was read from.</summary>
    public required string StandardSource { get; init; }

    public required IReadOnlyList<Blindspot> NotSeen { get; init; }

    public required RunCost Cost { get; init; }

    public required DateTimeOffset GeneratedAt { get; init; }

    public required string RunId { get; init; }

    public required string Source { get; init; }

    public string Currency => Result.Total.Compliant.Spend.Currency;

    /// <summary>What is kept of this run for later ones.</summary>
    public RunFigures Kept => RunFigures.Of(this);

    public RunFigures? Before => Earlier is [.., var last] ? last : null;

    public IReadOnlyList<HeadlineNote> Headlines => ComplianceNotes.For(this);
}
