namespace FinOps.Functions.Resources;

/// <summary>How a scan goes about it. The defaults suit a real organization.</summary>
public sealed record ScanOptions
{
    /// <summary>Accounts and regions read at the same time; 1 to 256. Each has one request under way.</summary>
    public int Concurrency { get; init; } = 32;

    /// <summary>
    /// GetResources requests a second for one account in one region. AWS allows about 15, for all who call there together; a third is left to others.
    /// </summary>
    public int RequestsPerSecond { get; init; } = 10;

    /// <summary>Resource Explorer requests a second.</summary>
    public int SearchesPerSecond { get; init; } = 5;

    /// <summary>Only these regions of each account; null for all that it may use.</summary>
    public IReadOnlyList<string>? Regions { get; init; }

    /// <summary>Where to look for what was never tagged; null to leave that out, which the outcome then says.</summary>
    public ExplorerOptions? Explorer { get; init; } = new();

    /// <summary>How often one request is made before its place counts as not read.</summary>
    public int Attempts { get; init; } = 7;

    /// <summary>
    /// The longest wait before the second attempt; it doubles with every further one, up to <see cref="LongestWait"/>. The wait itself is drawn by
    /// chance, so that requests refused together do not come back together.
    /// </summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(400);

    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>One attempt that takes longer is given up and made again.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often one place is begun again because AWS let its page token expire.</summary>
    public int Restarts { get; init; } = 3;
}

/// <summary>Where Resource Explorer answers for the organization.</summary>
/// <param name="Region">The region of the aggregator index.</param>
/// <param name="ViewArn">The view to ask, which must cover the organization and show tags; null for the default view of the region.</param>
public sealed record ExplorerOptions(string Region = "us-east-1", string? ViewArn = null);
