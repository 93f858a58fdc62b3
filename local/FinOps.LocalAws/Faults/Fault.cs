using FinOps.Core.Text;

namespace FinOps.LocalAws.Faults;

/// <summary>Something that goes wrong with some calls: which ones, and what. Several faults may meet one call.</summary>
public sealed record Fault
{
    /// <summary>Of the credential scope, for example <c>ce</c>; <c>*</c> stands for any text, here and below.</summary>
    public string Service { get; init; } = "*";

    /// <summary>For example <c>GetCostAndUsage</c>.</summary>
    public string Operation { get; init; } = "*";

    /// <summary>The caller's account, twelve digits.</summary>
    public string Account { get; init; } = "*";

    public string Region { get; init; } = "*";

    /// <summary>The first of the calls it could meet that it does meet; counts from one.</summary>
    public int From { get; init; } = 1;

    /// <summary>How many calls it meets; null for all from there on.</summary>
    public int? Times { get; init; }

    /// <summary>The answer comes this much later.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>More calls a second than this, by account, region and service, are throttled as the service does it. A burst of one second's calls passes.</summary>
    public int? PerSecond { get; init; }

    /// <summary>The call fails with this error code, spelt as the service spells it; nothing is done.</summary>
    public string? Error { get; init; }

    /// <summary>HTTP status of <see cref="Error"/>; null for the one that AWS answers such errors with.</summary>
    public int? Status { get; init; }

    public string? Message { get; init; }

    /// <summary>The connection ends without an answer.</summary>
    public bool Drop { get; init; }

    internal bool IsAbout(string service, string operation, string account, string region) =>
        Wildcard.Matches(Service, service) && Wildcard.Matches(Operation, operation) && Wildcard.Matches(Account, account) && Wildcard.Matches(Region, region);
}
