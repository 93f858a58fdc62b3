using FinOps.Functions.Members;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Resources;

/// <summary>What a scan saw, and what it did not.</summary>
public sealed record ScanOutcome
{
    /// <summary>The accounts that were asked, by id.</summary>
    public required IReadOnlyList<MemberAccount> Accounts { get; init; }

    /// <summary>Places that were read to their last page, by account and region.</summary>
    public required IReadOnlyList<ScannedPlace> Read { get; init; }

    /// <summary>Places that were not, or not to the end, by account and region.</summary>
    public required IReadOnlyList<UnreadPlace> NotRead { get; init; }

    /// <summary>The same for people, in few sentences, with accounts that were never asked and what nobody can see.</summary>
    public required IReadOnlyList<Blindspot> NotSeen { get; init; }

    /// <summary>Resources given to the sink, each once.</summary>
    public required long Resources { get; init; }

    /// <summary>How many of them Resource Explorer alone knew of.</summary>
    public required long NeverTagged { get; init; }

    /// <summary>Answered requests by service.</summary>
    public required IReadOnlyDictionary<string, int> Requests { get; init; }

    /// <summary>Requests that had to be made again: throttled, failed by AWS, or without an answer.</summary>
    public required int Retries { get; init; }

    public required long BytesRead { get; init; }

    public required TimeSpan Elapsed { get; init; }
}

/// <summary>One account in one region.</summary>
/// <param name="Resources">Found here first.</param>
public sealed record ScannedPlace(string AccountId, string Region, int Resources, int Pages);

/// <summary>One account in one region that the scan could not read.</summary>
/// <param name="Region">Null when not even the regions of the account are known.</param>
/// <param name="Why">What AWS said.</param>
/// <param name="Resources">Found before it went wrong; the sink has them.</param>
public sealed record UnreadPlace(string AccountId, string AccountName, string? Region, UnreadReason Reason, string Why, int Resources);
