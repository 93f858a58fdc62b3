using System.Collections.Concurrent;
using FinOps.Core.Baselines;
using FinOps.Policies.Runs;
using Pulumi.Policy;

namespace FinOps.Policies.Baselines;

/// <summary>The baseline at work in one run: says what is known already, and remembers which entries were met. Calls come in parallel.</summary>
public sealed class BaselineBook(Baseline baseline, RunLedger ledger)
{
    private readonly ConcurrentDictionary<KnownFinding, byte> _met = new();

    /// <summary>The one beside the tag standard, until a configuration names another.</summary>
    public Baseline Baseline { get; set; } = baseline;

    /// <param name="resource">Null for a finding about the whole stack.</param>
    internal KnownMarks Meet(string rule, PolicyResource? resource, PolicyStack stack, IReadOnlyList<string> marks)
    {
        if (Baseline.Entries.IsEmpty)
        {
            return KnownMarks.None;
        }

        // A resource that was renamed says so with an alias, and is not new for that.
        var urns = resource is null ? [StackUrn.Root(stack.Project, stack.Name)] : resource.Options.Aliases.Prepend(resource.Urn).ToList();
        var known = new List<BaselineEntry>();
        var unknown = new List<string>();
        foreach (var mark in marks)
        {
            if (urns.Select(urn => Baseline.Find(new KnownFinding(rule, urn, mark))).OfType<BaselineEntry>().FirstOrDefault() is { } entry)
            {
                _met.TryAdd(entry.Key, 0);
                known.Add(entry);
            }
            else
            {
                unknown.Add(mark);
            }
        }

        return new KnownMarks(known, unknown, urns[0]);
    }

    /// <summary>
    /// Entries of a stack that nothing was found for. Only those that were looked for in this run: the rule has judged the resource, or
    /// the resource is gone.
    /// </summary>
    /// <param name="urns">Every resource of the stack.</param>
    public IEnumerable<BaselineEntry> Stale(PolicyStack stack, IReadOnlySet<string> urns) => Baseline.Entries.Where(entry =>
        StackUrn.IsOf(entry.Urn, stack.Project, stack.Name)
        && !_met.ContainsKey(entry.Key)
        && (ledger.HasJudged(entry.Rule, entry.Urn) || (!urns.Contains(entry.Urn) && entry.Urn != StackUrn.Root(stack.Project, stack.Name))));
}
