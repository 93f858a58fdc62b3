using FinOps.LocalEngine.State;

namespace FinOps.LocalEngine.Monitor;

/// <summary>What the last run left, by URN; each entry is claimed by at most one resource of this run.</summary>
internal sealed class OldResources
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, KeyValuePair<long, ResourceState>> _byUrn;
    private readonly HashSet<long> _claimed = [];

    public OldResources(StackState state) =>
        _byUrn = state.Entries().Where(entry => !entry.Value.Delete).ToDictionary(entry => entry.Value.Urn, entry => entry, StringComparer.Ordinal);

    /// <summary>The entry that stands under the first of these URNs.</summary>
    public KeyValuePair<long, ResourceState>? Claim(string urn, IEnumerable<string> aliases)
    {
        lock (_gate)
        {
            foreach (var candidate in aliases.Prepend(urn))
            {
                if (_byUrn.TryGetValue(candidate, out var entry) && _claimed.Add(entry.Key))
                {
                    return entry;
                }
            }

            return null;
        }
    }

    /// <summary>Everything that depends on a resource, directly or not, and was not met yet; dependents first.</summary>
    public List<KeyValuePair<long, ResourceState>> UnclaimedDependents(string urn)
    {
        lock (_gate)
        {
            var affected = new HashSet<string>(StringComparer.Ordinal) { urn };
            var found = new List<KeyValuePair<long, ResourceState>>();
            foreach (var entry in _byUrn.Values.OrderBy(entry => entry.Key))
            {
                if (!_claimed.Contains(entry.Key) && entry.Value.Needs().Any(affected.Contains))
                {
                    affected.Add(entry.Value.Urn);
                    found.Add(entry);
                }
            }

            found.Reverse();
            return found;
        }
    }

    /// <summary>Its resource is gone: whoever registers the URN makes a new one.</summary>
    public void Forget(string urn)
    {
        lock (_gate)
        {
            _byUrn.Remove(urn);
        }
    }
}
