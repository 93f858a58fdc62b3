using System.Collections.Concurrent;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Faults;

/// <summary>Lets the faults of an endpoint happen, each to the calls that it is about. Calls come in parallel.</summary>
internal sealed class FaultInjector(IReadOnlyList<Fault> faults, TimeProvider time)
{
    private readonly int[] _met = new int[faults.Count];
    private readonly ConcurrentDictionary<(Fault Fault, string Service, string Account, string Region), RateLimit> _limits = new();

    /// <returns>After the delays of all faults that meet the call, when none of them ends it.</returns>
    /// <exception cref="AwsError">The call fails so.</exception>
    /// <exception cref="DroppedConnectionException">The call gets no answer.</exception>
    public async Task MeetAsync(string service, string operation, CallContext context)
    {
        var meeting = faults.Where((fault, index) => fault.IsAbout(service, operation, context.AccountId, context.Region) && Counts(fault, index)).ToList();
        foreach (var fault in meeting.Where(fault => fault.Delay > TimeSpan.Zero))
            await Task.Delay(fault.Delay, time, context.Cancellation);
        foreach (var fault in meeting)
        {
            if (fault.PerSecond is { } limit && !_limits.GetOrAdd((fault, service, context.AccountId, context.Region), _ => new RateLimit(limit, time)).TryTake())
                throw Refusal(ErrorCodes.ThrottlingOf(service), null, "Rate exceeded");
            if (fault.Drop)
                throw new DroppedConnectionException();
            if (fault.Error is { } code)
                throw Refusal(code, fault.Status, fault.Message ?? $"{code} by a fault of the embedded AWS");
        }
    }

    private bool Counts(Fault fault, int index)
    {
        var call = Interlocked.Increment(ref _met[index]);
        return call >= fault.From && (fault.Times is not { } times || call - fault.From < times);
    }

    private static AwsError Refusal(string code, int? status, string message) => new(code, message, status ?? ErrorCodes.StatusOf(code));
}
