using FinOps.Core.Inventory;

namespace FinOps.Functions.Resources;

/// <summary>Takes in what a scan finds, one resource at a time: calls never overlap, and no resource comes twice. It keeps what it needs; the scan keeps nothing.</summary>
public interface IResourceSink
{
    void Add(LiveResource resource, SeenBy source);
}
