namespace FinOps.Core.TagPolicies;

/// <summary>One object of the policy on its way down the organization: what it holds so far, and what lower levels may still do to it.</summary>
internal sealed class MergedNode
{
    private readonly List<PolicyOrigin> _controls = [];

    public List<EffectiveValue> Values { get; private set; } = [];

    public List<RemovedValue> Removed { get; } = [];

    public SortedDictionary<string, MergedNode> Children { get; } = new(StringComparer.Ordinal);

    public PolicyOperators Allowed { get; private set; } = PolicyOperators.All;

    /// <summary>
    /// Takes in one level. Policies on one target are peers: the first that assigns wins, then all append, then all remove. What they
    /// allow to lower levels holds from the next level on, and is the intersection of all that was said so far.
    /// </summary>
    /// <param name="peers">The same object in each policy of the level that has it, in the order of attachment.</param>
    public void MergeLevel(IReadOnlyList<Peer> peers, List<IgnoredStatement> ignored)
    {
        Assign(peers, ignored);
        Append(peers, ignored);
        Remove(peers, ignored);
        foreach (var child in peers.SelectMany(peer => peer.Node.Children.Select(node => peer with { Node = node })).GroupBy(peer => peer.Node.Name, StringComparer.Ordinal).ToList())
        {
            MergeChild(child.Key, [.. child], ignored);
        }

        foreach (var peer in peers.Where(peer => peer.Node.Allowed != PolicyOperators.All))
        {
            Allowed &= peer.Node.Allowed;
            _controls.Add(peer.Origin(PolicyWords.Controls, $"{peer.Node.Path}.{PolicyWords.Controls}"));
        }
    }

    private void MergeChild(string name, IReadOnlyList<Peer> peers, List<IgnoredStatement> ignored)
    {
        if (!Children.TryGetValue(name, out var child))
        {
            // @@none on an object closes it: lower levels cannot put anything new into it. What is in it has controls of its own.
            if (Allowed == PolicyOperators.None)
            {
                Ignore(peers, ignored);
                return;
            }

            Children[name] = child = new MergedNode();
        }

        child.MergeLevel(peers, ignored);
    }

    private void Ignore(IEnumerable<Peer> peers, List<IgnoredStatement> ignored)
    {
        foreach (var peer in peers)
        {
            ignored.AddRange(peer.Node.Statements.Select(statement => NotAllowed(peer, statement)));
            Ignore(peer.Node.Children.Select(child => peer with { Node = child }), ignored);
        }
    }

    private void Assign(IReadOnlyList<Peer> peers, List<IgnoredStatement> ignored)
    {
        PolicyOrigin? winner = null;
        foreach (var peer in peers)
        {
            if (peer.Node.Assign is not { } statement || !IsAllowed(peer, statement, ignored))
            {
                continue;
            }

            if (winner is not null)
            {
                ignored.Add(new IgnoredStatement(peer.Origin(statement), IgnoredReason.AssignedEarlier, [winner]));
                continue;
            }

            winner = peer.Origin(statement);
            Values = [.. Distinct(peer, statement)];
            Removed.Clear();
        }
    }

    private void Append(IReadOnlyList<Peer> peers, List<IgnoredStatement> ignored)
    {
        foreach (var peer in peers)
        {
            if (peer.Node.Append is { } statement && IsAllowed(peer, statement, ignored))
            {
                Values.AddRange(Distinct(peer, statement).Where(added => Values.TrueForAll(value => value.Value != added.Value)).ToList());
            }
        }
    }

    private void Remove(IReadOnlyList<Peer> peers, List<IgnoredStatement> ignored)
    {
        foreach (var peer in peers)
        {
            if (peer.Node.Remove is not { } statement || !IsAllowed(peer, statement, ignored))
            {
                continue;
            }

            foreach (var removal in Distinct(peer, statement))
            {
                if (Values.Find(value => value.Value == removal.Value) is { } gone)
                {
                    Values.Remove(gone);
                    Removed.Add(new RemovedValue(gone.Value, gone.Origin!, removal.Origin!));
                }
            }
        }
    }

    private static IEnumerable<EffectiveValue> Distinct(Peer peer, PolicyValues statement) => statement.Values
        .Select((value, index) => new EffectiveValue(value, peer.Origin(PolicyWords.Word(statement.Operator), statement.PathOf(index))))
        .DistinctBy(value => value.Value, StringComparer.Ordinal);

    private bool IsAllowed(Peer peer, PolicyValues statement, List<IgnoredStatement> ignored)
    {
        if (Allowed.HasFlag(statement.Operator))
        {
            return true;
        }

        ignored.Add(NotAllowed(peer, statement));
        return false;
    }

    private IgnoredStatement NotAllowed(Peer peer, PolicyValues statement) => new(peer.Origin(statement), IgnoredReason.NotAllowed, [.. _controls]);
}

/// <summary>One object of one policy that is attached to the level at hand.</summary>
internal sealed record Peer(PolicyNode Node, TagPolicy Policy, PolicyTarget Target)
{
    public PolicyOrigin Origin(PolicyValues statement) => Origin(PolicyWords.Word(statement.Operator), statement.Path);

    public PolicyOrigin Origin(string word, string path) => new(Policy.Id, Policy.Name, Target.Id, Target.Name, word, path);
}
