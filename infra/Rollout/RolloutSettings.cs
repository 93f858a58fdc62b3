using System.Globalization;
using FinOps.Core.Governance.Guardrails;
using FinOps.Core.Problems;
using FinOps.Core.Rollout.Waves;
using FinOps.Infra.Settings;
using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Rollout;

/// <summary>The waves in which the guardrails of <c>finops:governance</c> come to the organization; <c>finops rollout</c> takes them forward and back.</summary>
public sealed record RolloutSettings : ICheckedSettings
{
    /// <summary>In their order, from the canary to the root. No wave is further than the one before it.</summary>
    public IReadOnlyList<WaveSettings> Waves { get; init; } = [];

    /// <summary>Denied calls that one wave may have before the next step; <c>finops rollout advance</c> keeps it.</summary>
    [Between(0, 1_000_000)]
    public int MaximumDenials { get; init; }

    /// <summary>Days that a wave must have stood in its state before the next step.</summary>
    [Between(0, 365, "days")]
    public int MinimumDays { get; init; } = 7;

    /// <summary>What is attached, by target as the config names it; null when there are no waves, and the targets of <c>finops:governance</c> hold.</summary>
    public IReadOnlyDictionary<string, GuardrailForm>? Forms() => Waves.Count == 0 ? null : Waves.Select(wave => wave.ToWave())
        .Where(wave => wave.Form is not null)
        .SelectMany(wave => wave.Targets, (wave, target) => (target, wave.Form!.Value))
        .ToDictionary(each => each.target, each => each.Value, StringComparer.Ordinal);

    public void Check(SettingsProblems problems)
    {
        try
        {
            WaveSequence.Create(Waves.Select(wave => wave.ToWave()), new RolloutLimits { MaximumDenials = MaximumDenials, MinimumDays = MinimumDays }, problems.File, problems.Path);
        }
        catch (ProblemException refused)
        {
            foreach (var problem in refused.Problems)
            {
                problems.At(problem.Path[(problems.Path.Length + 1)..]).Add(problem.Found, problem.Allowed, problem.Fix, problem.Id);
            }
        }
    }
}

/// <summary>Targets that get the guardrails together.</summary>
public sealed record WaveSettings
{
    /// <summary>Stable; commands and messages name the wave by it.</summary>
    public required string Name { get; init; }

    /// <summary><c>root</c>, or the id, path or name of a unit or account; each in one wave.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>How far the wave has come.</summary>
    public required RolloutState State { get; init; }

    /// <summary>The day (UTC) of the last change of state; evidence counts from it. In quotes.</summary>
    [Matches(@"\d{4}-\d{2}-\d{2}", "a day", "\"2026-01-31\"")]
    public string? Since { get; init; }

    /// <summary>Why the wave went on without whole evidence; <c>finops rollout advance --accept</c> writes it.</summary>
    public string? Accepted { get; init; }

    internal RolloutWave ToWave() => new(Name, [.. Targets], State,
        DateOnly.TryParseExact(Since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null, Accepted);
}
