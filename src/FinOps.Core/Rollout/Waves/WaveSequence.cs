using System.Collections.Immutable;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;

namespace FinOps.Core.Rollout.Waves;

/// <summary>The waves in their order, from the canary to the root. No wave is further than the one before it.</summary>
public sealed record WaveSequence
{
    private WaveSequence(ImmutableArray<RolloutWave> waves, RolloutLimits limits, string file, string path) => (Waves, Limits, File, Path) = (waves, limits, file, path);

    public ImmutableArray<RolloutWave> Waves { get; private init; }

    public RolloutLimits Limits { get; }

    /// <summary>How problems name where the waves stand, <c>Pulumi.dev.yaml</c>.</summary>
    public string File { get; }

    /// <summary><c>finops:rollout</c>.</summary>
    public string Path { get; }

    /// <exception cref="ProblemException">FIN2090: everything that is wrong with the waves.</exception>
    public static WaveSequence Create(IEnumerable<RolloutWave> waves, RolloutLimits limits, string file, string path)
    {
        var sequence = new WaveSequence([.. waves], limits, file, path);
        var problems = sequence.Check().ToList();
        return problems.Count == 0 ? sequence : throw new ProblemException(problems);
    }

    /// <exception cref="ProblemException">FIN2091: there is no such wave.</exception>
    public RolloutWave Wave(string name) => Waves.FirstOrDefault(wave => wave.Name == name)
        ?? throw new ProblemException([new Problem("FIN2091", File, $"{Path}.waves", $"no wave '{name}'", string.Join(", ", Waves.Select(wave => wave.Name).DefaultIfEmpty("no wave is configured")),
            Spelling.Nearest(name, Waves.Select(wave => wave.Name)) is { } near ? $"Did you mean '{near}'?" : "Name one of them, or add it to the config.")]);

    /// <summary>The wave before this one, or null for the first.</summary>
    public RolloutWave? Before(string name) => Waves.IndexOf(Wave(name)) is > 0 and var at ? Waves[at - 1] : null;

    /// <summary>The wave one state further. Whether it may go there is the gate's business.</summary>
    /// <param name="accepted">Why it goes without whole evidence, or null.</param>
    /// <exception cref="ProblemException">FIN2091: no such wave; FIN2092: it enforces already, or the wave before it is not so far.</exception>
    public WaveSequence Advance(string name, DateOnly day, string? accepted = null)
    {
        var wave = Wave(name);
        if (wave.State == RolloutState.Enforcing)
        {
            throw new ProblemException([new Problem("FIN2092", File, $"{Path}.waves", $"wave '{name}', which enforces already", "a wave that is planned or reports", "Advance the next one.")]);
        }

        if (Before(name) is { } before && before.State <= wave.State)
        {
            throw new ProblemException([new Problem("FIN2092", File, $"{Path}.waves", $"wave '{before.Name}' before '{name}' is {before.State}", $"{wave.State + 1} or further", $"Advance '{before.Name}' first.")]);
        }

        return With(Waves.Replace(wave, wave with { State = wave.State + 1, Since = day, Accepted = accepted ?? wave.Accepted }));
    }

    /// <summary>The wave, and every wave after it that is further, in an earlier state. Needs no evidence: the way back is always open.</summary>
    /// <exception cref="ProblemException">FIN2091: no such wave; FIN2092: the wave is not further than <paramref name="to"/>.</exception>
    public WaveSequence Rollback(string name, RolloutState to, DateOnly day)
    {
        var wave = Wave(name);
        if (wave.State <= to)
        {
            throw new ProblemException([new Problem("FIN2092", File, $"{Path}.waves", $"wave '{name}', which is {wave.State}", $"a wave that is further than {to}", "There is nothing to roll back.")]);
        }

        var from = Waves.IndexOf(wave);
        return With([.. Waves.Select((each, at) => at >= from && each.State > to ? each with { State = to, Since = day } : each)]);
    }

    private WaveSequence With(ImmutableArray<RolloutWave> waves) => this with { Waves = waves };

    private IEnumerable<Problem> Check()
    {
        foreach (var again in Waves.GroupBy(wave => wave.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return Wrong("", $"{again.Count()} waves named '{again.Key}'", "names that differ", "Rename one of them.");
        }

        foreach (var again in Waves.SelectMany(wave => wave.Targets).GroupBy(target => target, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return Wrong("", $"the target {again.Key} {again.Count()} times", "each target in one wave", "Keep it in the first.");
        }

        for (var at = 0; at < Waves.Length; at++)
        {
            var wave = Waves[at];
            if (wave.Name.Length == 0 || wave.Name.Any(char.IsWhiteSpace))
            {
                yield return Wrong($"[{at}].name", $"'{wave.Name}'", "a name without spaces", "For example canary.");
            }

            if (wave.Targets.IsEmpty)
            {
                yield return Wrong($"[{at}].targets", "nothing", "root, or the id, path or name of units and accounts", "For example [Sandbox].");
            }

            if (wave.State != RolloutState.Planned && wave.Since is null)
            {
                yield return Wrong($"[{at}].since", "nothing", "the day on which the wave came into its state", "Let 'finops rollout advance' write it, or set it: since: 2026-01-31.");
            }

            if (at > 0 && wave.State > Waves[at - 1].State)
            {
                yield return Wrong($"[{at}].state", $"{wave.State}, while '{Waves[at - 1].Name}' before it is {Waves[at - 1].State}", "no state further than that of the wave before", $"Advance '{Waves[at - 1].Name}' first.");
            }
        }

        Problem Wrong(string place, string found, string allowed, string fix) => new("FIN2090", File, $"{Path}.waves{place}", found, allowed, fix);
    }
}
