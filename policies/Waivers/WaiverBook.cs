using System.Collections.Concurrent;
using FinOps.Core.Baselines;
using FinOps.Core.Waivers;
using FinOps.Policies.Runs;
using Pulumi.Policy;

namespace FinOps.Policies.Waivers;

/// <summary>The waivers at work in one run: says whether a finding is waived, and remembers what happened to each. Calls come in parallel.</summary>
public sealed class WaiverBook(WaiverList list, RunLedger ledger, TimeProvider time)
{
    private readonly ConcurrentDictionary<(Waiver Waiver, string Urn), byte> _used = new();
    private readonly ConcurrentDictionary<(Waiver Waiver, string Urn), byte> _expired = new();

    public WaiverList List => list;

    /// <summary>Findings that were waived, in the order of the file.</summary>
    public IEnumerable<(Waiver Waiver, string Urn)> Used => _used.Keys.OrderBy(use => use.Waiver.Line).ThenBy(use => use.Urn, StringComparer.Ordinal);

    /// <summary>Findings that a waiver covers which does not hold any more, or not yet.</summary>
    public IEnumerable<(Waiver Waiver, string Urn)> Expired => _expired.Keys.OrderBy(use => use.Waiver.Line).ThenBy(use => use.Urn, StringComparer.Ordinal);

    /// <summary>
    /// Waivers that have met nothing in a stack that they are known to be about. One that may be about several stacks is left alone, and
    /// so is one whose rule could not judge everything in its scope.
    /// </summary>
    public IEnumerable<Waiver> Idle(PolicyStack stack) => list.Waivers.Where(waiver =>
        waiver.HoldsOn(Today)
        && IsAbout(waiver, stack)
        && !_used.Keys.Any(use => use.Waiver == waiver)
        && !ledger.GivenUp(waiver.Rule).Any(urn => urn.Length == 0 || waiver.Resource?.Matches(urn) != false));

    /// <summary>Waivers that have ended, unless they are of another stack.</summary>
    public IEnumerable<Waiver> Ended(PolicyStack stack) => list.Waivers.Where(waiver => waiver.Expires <= Today && waiver.Stack?.Matches(StackName(stack)) != false);

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>The stack is named in full, or the URN begins with it.</summary>
    private static bool IsAbout(Waiver waiver, PolicyStack stack) =>
        waiver.Stack?.Pattern == StackName(stack) || (waiver.Resource is { } urn && StackUrn.IsOf(urn.Pattern, stack.Project, stack.Name));

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
