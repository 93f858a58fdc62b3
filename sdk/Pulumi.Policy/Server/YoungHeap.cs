namespace Pulumi.Policy.Server;

/// <summary>
/// Keeps the process small while it answers. The runtime lets new objects fill about the last-level cache of the machine before it
/// collects, 80 MB and more on a server, though every object of a call is dead when the call is answered. The setting for this,
/// GCgen0size, is read from the environment only, and that belongs to the engine.
/// </summary>
internal sealed class YoungHeap
{
    /// <summary>About 700 resources with every rule on; a collection of it takes less than a millisecond, as hardly anything survives.</summary>
    private const long Budget = 16 * 1024 * 1024;

    private long _collectAt = Budget;

    public void AfterCall()
    {
        var due = Volatile.Read(ref _collectAt);
        var allocated = GC.GetTotalAllocatedBytes();
        if (allocated >= due && Interlocked.CompareExchange(ref _collectAt, allocated + Budget, due) == due)
        {
            GC.Collect(0);
        }
    }
}
