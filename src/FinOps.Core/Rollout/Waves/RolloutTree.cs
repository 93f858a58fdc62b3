using System.Collections.Immutable;

namespace FinOps.Core.Rollout.Waves;

/// <summary>A unit or account below the root.</summary>
public sealed record RolloutNode(string Id, string Name, string ParentId);

/// <summary>The organization as far as a rollout needs it: what stands below what.</summary>
public sealed class RolloutTree
{
    private const string RootName = "root";

    private readonly Dictionary<string, RolloutNode> _nodes;

    public RolloutTree(string rootId, string managementAccountId, IEnumerable<RolloutNode> units, IEnumerable<RolloutNode> accounts)
    {
        (RootId, ManagementAccountId, Units, Accounts) = (rootId, managementAccountId, [.. units], [.. accounts]);
        _nodes = Units.Concat(Accounts).ToDictionary(node => node.Id, StringComparer.Ordinal);
    }

    public string RootId { get; }

    /// <summary>The account that no service control policy binds.</summary>
    public string ManagementAccountId { get; }

    public ImmutableArray<RolloutNode> Units { get; }

    public ImmutableArray<RolloutNode> Accounts { get; }

    /// <summary>Ids from the root down to the unit or account itself; the root alone for what is not known.</summary>
    public ImmutableArray<string> Path(string id)
    {
        var path = new Stack<string>();
        for (var node = _nodes.GetValueOrDefault(id); node is not null && path.Count <= _nodes.Count; node = _nodes.GetValueOrDefault(node.ParentId))
        {
            path.Push(node.Id);
        }

        return [RootId, .. path];
    }

    public bool HasAccount(string id) => _nodes.TryGetValue(id, out var node) && Accounts.Contains(node);

    /// <summary>Name of an account or unit, or the id when there is none.</summary>
    public string NameOf(string id) => id == RootId ? RootName : _nodes.GetValueOrDefault(id)?.Name ?? id;

    /// <returns>The ids that a person may mean with an id, a path of names (<c>Workloads/Prod</c>), a name, or <c>root</c>: one when the text is clear.</returns>
    public ImmutableArray<string> Find(string text)
    {
        if (text == RootName || text == RootId)
        {
            return [RootId];
        }

        if (_nodes.ContainsKey(text))
        {
            return [text];
        }

        var byPath = Units.Where(unit => NamePath(unit) == text).ToList();
        return [.. (byPath.Count > 0 ? byPath : Units.Concat(Accounts).Where(node => node.Name == text)).Select(node => node.Id)];
    }

    /// <summary>Every text that names something, for suggestions.</summary>
    public IEnumerable<string> Names() => [RootName, .. Units.Select(NamePath), .. Accounts.Select(account => account.Name)];

    private string NamePath(RolloutNode unit) => string.Join('/', Path(unit.Id).Skip(1).Select(NameOf));
}
