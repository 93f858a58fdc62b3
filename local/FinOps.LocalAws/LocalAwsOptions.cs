using FinOps.Core.Organization.Synthetic;
using FinOps.LocalAws.Faults;

namespace FinOps.LocalAws;

/// <summary>How one embedded AWS is to run.</summary>
public sealed record LocalAwsOptions
{
    /// <summary>The loopback port; 0 (the default) takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>Holds local-aws.db, the credentials file, the outbox and unzipped functions. Created when absent.</summary>
    public string DataDirectory { get; init; } = Path.Combine(".finops", "aws");

    /// <summary>The organization that the endpoint answers for; by default 40 accounts and 14 months up to the clock's today.</summary>
    public SyntheticOrganizationOptions? Organization { get; init; }

    /// <summary>Tells the time of every signature check, time stamp and expiry.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What goes wrong with calls; nothing by default.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>How long an idle function process stays warm; 5 minutes by default.</summary>
    public TimeSpan FunctionIdleTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Functions whose code runs in this process instead of their package, by name: payload in, answer out, an exception for an error of the
    /// function. They must be created like any other, since their policies count.
    /// </summary>
    public IReadOnlyDictionary<string, Func<ReadOnlyMemory<byte>, CancellationToken, Task<byte[]>>> InProcessFunctions { get; init; } =
        new Dictionary<string, Func<ReadOnlyMemory<byte>, CancellationToken, Task<byte[]>>>();

    /// <summary>The support plan of the management account, on which Trusted Advisor depends; members have none of their own. Business by default.</summary>
    public SupportPlan SupportPlan { get; init; } = SupportPlan.Business;
}
