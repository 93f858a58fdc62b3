using FinOps.Core.Costs;

namespace FinOps.Core.Scheduling.Savings;

/// <summary>How long a resource was not running, and what those hours would have cost on demand. Disks, addresses and storage of databases keep billing.</summary>
/// <param name="Rate">Of an hour; null when the bill shows none, and then nothing is claimed.</param>
public sealed record StoppedTime(SwitchableResource Resource, DateTimeOffset From, DateTimeOffset To, Money? Rate)
{
    public decimal Hours => Math.Max(0, (To - From).Ticks) / (decimal)TimeSpan.TicksPerHour;

    public Money? Saved => Rate * Hours;

    /// <returns>Null when it is not stopped, or when AWS does not tell since when.</returns>
    public static StoppedTime? Of(SwitchableResource resource, DateTimeOffset now, OnDemandRates rates)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(rates);
        return resource is { State: RunState.Stopped, StoppedAt: { } at } && at <= now
            ? new StoppedTime(resource, at, now, rates.Of(resource.Live.Region, resource.Machines))
            : null;
    }
}
