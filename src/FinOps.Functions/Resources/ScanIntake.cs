using FinOps.Core.Inventory;

namespace FinOps.Functions.Resources;

/// <summary>Where the pages of all places come together: each resource goes to the sink once, and one at a time.</summary>
internal sealed class ScanIntake(IResourceSink sink)
{
    private readonly Lock _gate = new();
    private readonly SeenArns _seen = new();

    public long Resources { get; private set; }

    public long NeverTagged { get; private set; }

    /// <summary>Rows that name no resource; the sink does not get them.</summary>
    public long Unreadable { get; private set; }

    /// <returns>How many of them were new.</returns>
    public int Add(IEnumerable<(string Arn, LiveResource? Resource)> page, SeenBy source)
    {
        var added = 0;
        lock (_gate)
        {
            foreach (var (arn, resource) in page)
            {
                if (resource is null)
                {
                    Unreadable++;
                }
                else if (_seen.TryAdd(arn))
                {
                    sink.Add(resource, source);
                    added++;
                }
            }

            Resources += added;
            NeverTagged += source == SeenBy.ResourceExplorer ? added : 0;
        }

        return added;
    }
}
