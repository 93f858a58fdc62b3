using System.Globalization;
using System.Text.Json.Serialization;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Digest;

/// <summary>A week's digest of all owners: what the page shows, and what each owner's message is taken from.</summary>
public sealed record DigestReport : IReport
{
    public string FunctionName => DigestFunction.FunctionName;

    /// <summary>The week: one digest for each.</summary>
    public string Period => State.Week;

    /// <summary>The Monday of the week, whenever the digest is made: its place in the bucket is known beforehand.</summary>
    public DateOnly Day => Weeks.Monday(State.Week);

    public required DigestState State { get; init; }

    [JsonIgnore]
    public IReadOnlyList<Blindspot> NotSeen => State.NotSeen;

    [JsonIgnore]
    public IReadOnlyList<HeadlineNote> Headlines =>
    [
        new("New", Count(owner => owner.New), "Findings of the reports that the last digest of an earlier week did not have, by the report's function and the finding's id."),
        new("Still open", Count(owner => owner.Open), "Findings that the last digest had too. Their age counts from the first digest that had them, also when they went to another owner."),
        new("Fixed", Count(owner => owner.Fixed), "Findings of the last digest whose report was read again and has them no more."),
        new("Not looked at", Count(owner => owner.NotLookedAt), "Findings of the last digest whose report was not to be read this time. They count as open."),
    ];

    public required RunCost Cost { get; init; }

    public DateTimeOffset GeneratedAt => State.MadeAt;

    public string RunId => DigestFunction.RunId;

    public required string Source { get; init; }

    private string Count(Func<OwnerDigest, IReadOnlyList<DigestItem>> items) => State.Owners.Sum(owner => items(owner).Count).ToString("#,##0", CultureInfo.InvariantCulture);
}
