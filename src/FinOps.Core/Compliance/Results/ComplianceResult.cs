namespace FinOps.Core.Compliance.Results;

/// <summary>How the organization keeps to its tag standard. The rows of every table add up to <see cref="Total"/>.</summary>
public sealed record ComplianceResult
{
    public required Standing Total { get; init; }

    /// <summary>False when the standard asks for no key: there is no score then, only findings.</summary>
    public required bool AsksForAnything { get; init; }

    /// <summary>The most spend, else resources, not compliant first; so in every table.</summary>
    public required IReadOnlyList<StandingRow> Accounts { get; init; }

    /// <summary>By the team that the resource names, else by that of its account; the row with the empty key is nobody's.</summary>
    public required IReadOnlyList<StandingRow> Teams { get; init; }

    public required IReadOnlyList<StandingRow> Types { get; init; }

    public required IReadOnlyList<StandingRow> Regions { get; init; }

    public required IReadOnlyList<RuleRow> Rules { get; init; }

    /// <summary>Soonest end first.</summary>
    public required IReadOnlyList<WaiverRow> Waivers { get; init; }

    /// <summary>Waivers that have ended and would cover a finding if they had not.</summary>
    public required IReadOnlyList<WaiverRow> LapsedWaivers { get; init; }

    /// <summary>The dearest resources that are not compliant, at most as many as were asked for.</summary>
    public required IReadOnlyList<FindingRow> Findings { get; init; }

    public required IReadOnlyList<OwnerActions> Owners { get; init; }

    /// <summary>What AWS's own compliance summary would find of it, and why not the rest.</summary>
    public required IReadOnlyList<NativeRow> Native { get; init; }

    /// <summary>Null when spend is not known.</summary>
    public required SpendCoverage? Spend { get; init; }

    /// <summary>By count, or null when nothing was judged or nothing is asked for: never 100 % by default.</summary>
    public decimal? Share => AsksForAnything ? Total.Share : null;

    public decimal? SpendShare => AsksForAnything ? Total.SpendShare : null;
}
