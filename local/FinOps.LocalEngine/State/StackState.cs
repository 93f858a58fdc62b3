namespace FinOps.LocalEngine.State;

/// <summary>
/// A stack's resources in memory, in dependency order: first what this run has settled, in the order in which it settled,
/// then what it has not met yet, in the order of the last run. Keys name entries for the journal: the entry at position N of the
/// snapshot has key N, later ones follow.
/// </summary>
internal sealed class StackState
{
    private readonly Dictionary<long, ResourceState> _resources = [];
    private readonly SortedSet<long> _unsettled = [];
    private readonly List<long> _settled = [];
    private readonly SortedDictionary<long, PendingOperation> _pending = [];
    private readonly Dictionary<string, string> _renames = new(StringComparer.Ordinal);

    public StackState(IEnumerable<ResourceState> resources, IEnumerable<PendingOperation> pending)
    {
        foreach (var resource in resources)
        {
            _unsettled.Add(NextKey);
            _resources.Add(NextKey++, resource);
        }

        foreach (var operation in pending)
        {
            _pending.Add(NextKey++, operation);
        }
    }

    public long NextKey { get; private set; }

    public IReadOnlyDictionary<long, PendingOperation> Pending => _pending;

    public ResourceState this[long key] => _resources[key];

    public long TakeKey() => NextKey++;

    /// <summary>Everything, in the order in which a deployment lists it.</summary>
    public IEnumerable<KeyValuePair<long, ResourceState>> Entries() =>
        _settled.Where(_resources.ContainsKey).Concat(_unsettled).Select(key => KeyValuePair.Create(key, Current(key)));

    public void Apply(JournalEntry entry)
    {
        NextKey = Math.Max(NextKey, entry.Key + 1);
        switch (entry)
        {
            case JournalEntry.Kept:
                if (_unsettled.Remove(entry.Key))
                {
                    _settled.Add(entry.Key);
                }

                break;
            case JournalEntry.Put put:
                Put(put);
                break;
            case JournalEntry.Removed removed:
                Drop(entry.Key);
                Complete(removed.Completes);
                break;
            case JournalEntry.Started started:
                _pending[entry.Key] = started.Operation;
                break;
            case JournalEntry.Abandoned:
                _pending.Remove(entry.Key);
                break;
            default:
                throw new InvalidOperationException($"no rule for {entry.GetType().Name}");
        }
    }

    private void Put(JournalEntry.Put put)
    {
        if (put.Takes is { } taken)
        {
            if (_resources.TryGetValue(taken, out var old) && old.Urn != put.State.Urn)
            {
                _renames[old.Urn] = put.State.Urn;
            }

            if (put.Retires && old is not null)
            {
                _resources[taken] = old with { Delete = true };
            }
            else
            {
                Drop(taken);
            }
        }

        if (!_resources.ContainsKey(put.Key))
        {
            if (put.Settles)
            {
                _settled.Add(put.Key);
            }
            else
            {
                _unsettled.Add(put.Key);
            }
        }

        _resources[put.Key] = put.State;
        Complete(put.Completes);
    }

    private void Drop(long key)
    {
        _resources.Remove(key);
        _unsettled.Remove(key);
    }

    private void Complete(long? pending)
    {
        if (pending is { } key)
        {
            _pending.Remove(key);
        }
    }

    /// <summary>What is not settled may still speak of a URN that an alias has renamed since.</summary>
    private ResourceState Current(long key)
    {
        var state = _resources[key];
        return _renames.Count == 0 || !state.Needs().Any(_renames.ContainsKey)
            ? state
            : state.Renamed(urn => _renames.GetValueOrDefault(urn, urn));
    }
}
