using FinOps.Core.Inventory;
using FinOps.Core.Inventory.Counting;
using FinOps.Core.Tagging;
using FinOps.Functions.Resources;

namespace FinOps.Functions.TagInventory;

/// <summary>Counts what the scan finds, and keeps it packed, because what must change on a resource is known only when all were seen.</summary>
internal sealed class InventorySink(TagStandard standard) : IResourceSink, IDisposable
{
    private readonly Dictionary<string, int> _untaggedAccounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _untaggedTypes = new(StringComparer.Ordinal);

    public TagTally Tally { get; } = new(standard.Keys.Select(key => key.Name));

    public ResourcePack Pack { get; } = new();

    public void Add(LiveResource resource, SeenBy source)
    {
        if (source == SeenBy.ResourceExplorer)
        {
            _untaggedAccounts[resource.AccountId] = _untaggedAccounts.GetValueOrDefault(resource.AccountId) + 1;
            _untaggedTypes[resource.Type] = _untaggedTypes.GetValueOrDefault(resource.Type) + 1;
            return;
        }

        Tally.Add(resource);
        Pack.Add(resource);
    }

    public NeverTagged NeverTagged(string from) => new(from, _untaggedAccounts.Values.Sum(), Places(_untaggedAccounts), Places(_untaggedTypes));

    public void Dispose() => Pack.Dispose();

    private static IReadOnlyList<PlaceCount> Places(Dictionary<string, int> counts) =>
        [.. counts.Select(place => new PlaceCount(place.Key, place.Value, place.Value)).OrderByDescending(place => place.Resources).ThenBy(place => place.Name, StringComparer.Ordinal)];
}
