using FinOps.Core.Governance.ControlPolicies;
using FinOps.Core.Governance.Guardrails;
using FinOps.Core.Rollout.Evidence;
using FinOps.Core.Rollout.Waves;

namespace FinOps.Core.Rollout.Impact;

/// <summary>Judges recorded calls, one at a time, by the service control policies that their account has once its wave enforces.</summary>
/// <param name="from">The time of each wave from which calls count.</param>
public sealed class BlastRadius(RolloutPlan plan, Func<RolloutWave, DateTimeOffset> from)
{
    /// <summary>Groups of one wave that are kept apart; calls of further ones are in the sums alone.</summary>
    public const int MaximumGroups = 10_000;

    /// <summary>Ids of judged records that are remembered. A repetition after so many counts twice, which is too strict and never too lax.</summary>
    private const int MaximumIds = 500_000;

    private readonly Dictionary<string, Tally> _tallies = plan.Waves.ToDictionary(wave => wave.Wave.Name, wave => new Tally(from(wave.Wave)), StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private long _byService;
    private long _elsewhere;
    private long _unreached;
    private long _outside;
    private long _repeated;

    public void Add(CloudTrailEvent call)
    {
        if (call.Kind != CallKind.Call)
        {
            _byService += call.Kind == CallKind.ByService ? 1 : 0;
        }
        else if (call.RecordedIn != call.Account && plan.Tree.HasAccount(call.Account))
        {
            _elsewhere++;
        }
        else if (plan.WaveOf(call.Account) is not { } wave)
        {
            _unreached++;
        }
        else if (_tallies[wave.Wave.Name] is var tally && call.Time < tally.From)
        {
            _outside++;
        }
        else
        {
            Judge(call, wave, tally);
        }
    }

    public ImpactReport Report() => new([.. plan.Waves.Select(wave => Of(wave, _tallies[wave.Wave.Name]))], _byService, _elsewhere, _unreached, _outside, _repeated);

    private void Judge(CloudTrailEvent call, WavePlan wave, Tally tally)
    {
        var verdict = ScpEvaluator.Judge(call.Request, plan.LevelsOf(wave));
        // Only what counts against a wave is remembered: a read call that came twice changes nothing.
        if (verdict.Outcome != ScpOutcome.Allowed && call.Id.Length > 0 && _ids.Count < MaximumIds && !_ids.Add(call.Id))
        {
            _repeated++;
            return;
        }

        tally.Events++;
        tally.Accounts.Add(call.Account);
        var creation = TaggedCreation.Find(call.Request.Action);
        tally.WithoutTags += creation is not null && call.Request.RequestTags is { IsEmpty: true } ? 1 : 0;
        if (call.Error is not null && !call.IsRefused)
        {
            tally.FailedAnyway++;
        }
        else if (verdict.Outcome == ScpOutcome.Denied)
        {
            tally.Denied++;
            Count(tally.Denials, call, Missing(call.Request, creation) is { Length: > 0 } missing ? missing : verdict.Statement ?? verdict.Reason);
        }
        else if (verdict.Outcome == ScpOutcome.CannotJudge)
        {
            tally.Unjudged++;
            Count(tally.Doubts, call, verdict.Statement ?? verdict.Reason);
        }
    }

    /// <summary>The keys that every creation must carry and this one does not, for one of the resources at least.</summary>
    private string Missing(ScpRequest request, TaggedCreation? creation) => creation is null ? "" : string.Join(", ", plan.Standard.Keys
        .Where(key => key.Required && creation.Types.All(key.Applies) && Sent(request).Any(tags => tags?.Keys.Contains(key.Name, StringComparer.OrdinalIgnoreCase) == false))
        .Select(key => key.Name));

    private static IEnumerable<IReadOnlyDictionary<string, string>?> Sent(ScpRequest request) =>
        request.Resources.IsEmpty ? [request.RequestTags] : request.Resources.Select(resource => resource.RequestTags ?? request.RequestTags);

    private static void Count(Dictionary<(string, string, string, string), ImpactGroup> groups, CloudTrailEvent call, string missing)
    {
        var key = (call.Account, Principal: call.Request.PrincipalArn ?? "unknown", call.Request.Action, missing);
        if (groups.TryGetValue(key, out var group))
        {
            groups[key] = group with
            {
                Count = group.Count + 1,
                FirstSeen = call.Time < group.FirstSeen ? call.Time : group.FirstSeen,
                LastSeen = call.Time > group.LastSeen ? call.Time : group.LastSeen,
            };
        }
        else if (groups.Count < MaximumGroups)
        {
            groups[key] = new ImpactGroup(call.Account, key.Principal, call.Request.Action, missing, 1, call.Time, call.Time, call.Id);
        }
    }

    private WaveImpact Of(WavePlan wave, Tally tally) => new(
        wave.Wave.Name, tally.From, tally.Events, tally.Denied, tally.Unjudged, tally.WithoutTags, tally.FailedAnyway, Sorted(tally.Denials), Sorted(tally.Doubts),
        [.. plan.Tree.Accounts.Where(account => plan.WaveOf(account.Id) == wave && !tally.Accounts.Contains(account.Id)).Select(account => account.Id).Order(StringComparer.Ordinal)]);

    private static List<ImpactGroup> Sorted(Dictionary<(string, string, string, string), ImpactGroup> groups) =>
    [
        .. groups.Values.OrderByDescending(group => group.Count).ThenBy(group => group.Account, StringComparer.Ordinal)
            .ThenBy(group => group.Principal, StringComparer.Ordinal).ThenBy(group => group.Action, StringComparer.Ordinal).ThenBy(group => group.Missing, StringComparer.Ordinal),
    ];

    private sealed class Tally(DateTimeOffset from)
    {
        public DateTimeOffset From { get; } = from;

        public HashSet<string> Accounts { get; } = new(StringComparer.Ordinal);

        public Dictionary<(string, string, string, string), ImpactGroup> Denials { get; } = [];

        public Dictionary<(string, string, string, string), ImpactGroup> Doubts { get; } = [];

        public long Events { get; set; }

        public long Denied { get; set; }

        public long Unjudged { get; set; }

        public long WithoutTags { get; set; }

        public long FailedAnyway { get; set; }
    }
}
