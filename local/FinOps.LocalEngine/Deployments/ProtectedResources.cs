using FinOps.LocalEngine.State;

namespace FinOps.LocalEngine.Deployments;

/// <summary>What a destroy that keeps protected resources must leave: they themselves, and everything that they need.</summary>
internal static class ProtectedResources
{
    /// <returns>Keys of the state: of the protected, and of their parents, providers and dependencies, however far away.</returns>
    public static HashSet<long> Among(IReadOnlyList<KeyValuePair<long, ResourceState>> entries)
    {
        var byUrn = entries.Where(entry => !entry.Value.Delete).ToLookup(entry => entry.Value.Urn, StringComparer.Ordinal);
        var kept = new HashSet<long>();
        var open = new Stack<KeyValuePair<long, ResourceState>>(entries.Where(entry => IsProtected(entry.Value)));
        while (open.TryPop(out var entry))
        {
            if (!kept.Add(entry.Key))
            {
                continue;
            }

            foreach (var needed in entry.Value.Needs().SelectMany(urn => byUrn[urn]))
            {
                open.Push(needed);
            }
        }

        return kept;
    }

    /// <summary>The old half of a replacement goes whatever its protection says.</summary>
    public static bool IsProtected(ResourceState state) => state is { Protect: true, Delete: false };
}
