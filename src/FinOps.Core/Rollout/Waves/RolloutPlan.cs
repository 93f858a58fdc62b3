using System.Collections.Immutable;
using FinOps.Core.Governance.ControlPolicies;
using FinOps.Core.Governance.Guardrails;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;

namespace FinOps.Core.Rollout.Waves;

/// <summary>What one wave has attached now, and what it would have once it enforces.</summary>
public sealed record WavePlan(RolloutWave Wave, ImmutableArray<string> TargetIds, ImmutableArray<GuardrailAttachment> Now, ImmutableArray<GuardrailAttachment> Enforced);

/// <summary>The guardrails by wave. Pure: the same for the same input.</summary>
public sealed class RolloutPlan
{
    /// <summary>Organizations attaches it everywhere; a level without any policy that allows would deny everything.</summary>
    private static readonly ScpDocument Everything = ScpDocument.Parse("FullAWSAccess", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""");

    private readonly Dictionary<string, WavePlan> _byTarget;
    private readonly Dictionary<string, WavePlan?> _byAccount = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<ScpLevel>> _levels = new(StringComparer.Ordinal);

    private RolloutPlan(WaveSequence sequence, RolloutTree tree, TagStandard standard, ImmutableArray<WavePlan> waves)
    {
        (Sequence, Tree, Standard, Waves) = (sequence, tree, standard, waves);
        _byTarget = waves.SelectMany(wave => wave.TargetIds.Select(id => (id, wave))).ToDictionary(pair => pair.id, pair => pair.wave, StringComparer.Ordinal);
        foreach (var wave in waves)
        {
            var documents = wave.Enforced.Select(attachment => attachment.Policy).Where(policy => policy.Kind == GuardrailKind.ServiceControlPolicy)
                .DistinctBy(policy => policy.Id).Select(policy => ScpDocument.Parse(policy.Name, policy.Json));
            _levels[wave.Wave.Name] = [new ScpLevel(wave.Wave.Name, [Everything, .. documents])];
        }
    }

    public WaveSequence Sequence { get; }

    public RolloutTree Tree { get; }

    public TagStandard Standard { get; }

    public ImmutableArray<WavePlan> Waves { get; }

    /// <param name="options">What is planned must hold once every wave enforces: a way out (break glass) is asked for from the first day on.</param>
    /// <exception cref="ProblemException">FIN2093: targets that the organization does not have; FIN2060 to FIN2071: what the guardrails refuse.</exception>
    public static RolloutPlan Build(WaveSequence sequence, RolloutTree tree, TagStandard standard, GuardrailOptions options)
    {
        var problems = new List<Problem>();
        var targets = sequence.Waves.Select(wave => wave.Targets.Select(target => Resolve(target, sequence, tree, problems)).OfType<string>().ToImmutableArray()).ToList();
        foreach (var again in targets.SelectMany(ids => ids).GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(new Problem("FIN2093", sequence.File, $"{sequence.Path}.waves", $"{tree.NameOf(again.Key)} ({again.Key}) {again.Count()} times", "each root, unit or account in one wave", "Keep it in the first."));
        }

        if (problems.Count > 0)
        {
            throw new ProblemException(problems);
        }

        var now = Guardrails(wave => wave.Form);
        var enforced = Guardrails(_ => GuardrailForm.Enforcing);
        return new RolloutPlan(sequence, tree, standard,
            [.. sequence.Waves.Select((wave, at) => new WavePlan(wave, targets[at], Of(now, targets[at]), Of(enforced, targets[at])))]);

        GuardrailPlan Guardrails(Func<RolloutWave, GuardrailForm?> form) => GuardrailPlan.Build(standard, options,
            [.. sequence.Waves.SelectMany((wave, at) => form(wave) is { } given ? targets[at].Select(id => new GuardrailTarget(id, tree.NameOf(id), given, [])) : [])]);
    }

    /// <summary>What binds an account now: everything that is attached between the root and the account itself, each policy once.</summary>
    public IEnumerable<GuardrailPolicy> PoliciesFor(string accountId) =>
        Tree.Path(accountId).SelectMany(id => _byTarget.GetValueOrDefault(id) is { } wave ? wave.Now.Where(attachment => attachment.TargetId == id) : [])
            .Select(attachment => attachment.Policy).DistinctBy(policy => policy.Id);

    /// <summary>The first wave that reaches an account: later ones change nothing for it. Null when none does, and for the management account, which none can deny anything.</summary>
    public WavePlan? WaveOf(string accountId)
    {
        if (!_byAccount.TryGetValue(accountId, out var wave))
        {
            var path = Tree.Path(accountId);
            wave = accountId == Tree.ManagementAccountId || !Tree.HasAccount(accountId) ? null : Waves.FirstOrDefault(each => each.TargetIds.Any(path.Contains));
            _byAccount[accountId] = wave;
        }

        return wave;
    }

    /// <summary>What the accounts of a wave live under once it enforces.</summary>
    internal ImmutableArray<ScpLevel> LevelsOf(WavePlan wave) => _levels[wave.Wave.Name];

    private static ImmutableArray<GuardrailAttachment> Of(GuardrailPlan plan, ImmutableArray<string> targets) => [.. plan.Attachments.Where(attachment => targets.Contains(attachment.TargetId))];

    private static string? Resolve(string target, WaveSequence sequence, RolloutTree tree, List<Problem> problems)
    {
        switch (tree.Find(target))
        {
            case [var id]:
                return id;
            case []:
                problems.Add(new Problem("FIN2093", sequence.File, $"{sequence.Path}.waves", $"the target '{target}', which the organization does not have", "root, or the id, path or name of a unit or account",
                    Spelling.Nearest(target, tree.Names()) is { } near ? $"Did you mean '{near}'?" : "Remove it."));
                return null;
            case var several:
                problems.Add(new Problem("FIN2093", sequence.File, $"{sequence.Path}.waves", $"the target '{target}', a name of {several.Length} units or accounts", "one unit or account", $"Use a path or an id: {string.Join(", ", several)}."));
                return null;
        }
    }
}
