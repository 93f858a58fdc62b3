using FinOps.LocalAws.Storage;

namespace FinOps.LocalAws.Calls;

/// <summary>Every signed call, the newest 20,000, kept over restarts and shared by all processes on the same data directory.</summary>
public sealed class CallLog
{
    private const int Capacity = 20_000;
    private readonly LocalStore _store;

    internal CallLog(LocalStore store)
    {
        _store = store;
        LastId = store.Read(session => session.LastCall());
    }

    /// <summary>Id of the last call before this endpoint started; pass it as <c>after</c> to see only later ones.</summary>
    public long LastId { get; }

    /// <summary>Calls since this endpoint started, oldest first.</summary>
    public IReadOnlyList<RecordedCall> SinceStart() => After(LastId);

    /// <summary>Calls with a greater id, oldest first.</summary>
    public IReadOnlyList<RecordedCall> After(long id) => _store.Read(session => session.Calls(id));

    /// <summary>Counts calls since this endpoint started, refused ones included.</summary>
    /// <param name="service">For example <c>ce</c>.</param>
    /// <param name="operation">All operations when null.</param>
    public int Count(string service, string? operation = null) =>
        SinceStart().Count(call => call.Service == service && (operation is null || call.Operation == operation));

    internal void Record(RecordedCall call) => _store.Write(session => session.AddCall(call, Capacity));
}
