using System.Collections.Concurrent;
using FinOps.Core.Waivers;
using Pulumi.Policy;

namespace FinOps.Policies.Waivers;

/// <summary>The waivers at work in one run: says whether a finding is waived, and remembers what happened to each. Calls come in parallel.</summary>
public sealed class WaiverBook(WaiverList list, TimeProvider time)
{
    private readonly ConcurrentDictionary<(Waiver Waiver, string Urn), byte> _used = new();
    private readonly ConcurrentDictionary<(Waiver Waiver, string Urn), byte> _expired = new();

    public WaiverList List => list;

    /// <summary>Findings that were waived, in the order of the file.</summary>
    public IEnumerable<(Waiver Waiver, string Urn)> Used => _used.Keys.OrderBy(use => use.Waiver.Line).ThenBy(use => use.Urn, StringComparer.Ordinal);

    /// <summary>Findings that a waiver covers which does not hold any more, or not yet.</summary>
    public IEnumerable<(Waiver Waiver, string Urn)> Expired => _expired.Keys.OrderBy(use => use.Waiver.Line).ThenBy(use => use.Urn, StringComparer.Ordinal);

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public static string StackName(PolicyStack stack) => $"{stack.Project}/{stack.Name}";

    /// <param name="resource">Null for a finding about the whole stack, which only a waiver of that stack covers.</param>
    public bool IsWaived(string rule, PolicyResource? resource, PolicyStack stack)
    {
        if (list.Waivers.IsEmpty)
        {
            return false;
        }

        var (urn, type) = (resource?.Urn ?? "", resource?.Type ?? "");
        var accounts = ProviderAccounts.Of(resource);
        var waived = false;
        foreach (var waiver in list.Waivers.Where(waiver => waiver.Covers(rule, urn, type, StackName(stack), accounts) && (resource is not null || waiver is { Resource: null, Type: null })))
        {
            var holds = waiver.HoldsOn(Today);
            (holds ? _used : _expired).TryAdd((waiver, urn), 0);
            waived |= holds;
        }

        return waived;
    }
}
