using System.Collections.Immutable;
using FinOps.Core.Governance.Guardrails;

namespace FinOps.Core.Rollout.Waves;

/// <summary>How far a wave has come. Ordered: each state has all that the one before it has.</summary>
public enum RolloutState
{
    /// <summary>Nothing is attached.</summary>
    Planned,

    /// <summary>Tag policies that report; no call is refused.</summary>
    ReportOnly,

    /// <summary>Also service control policies that deny, and tag policies that refuse wrong values.</summary>
    Enforcing,
}

/// <summary>Targets that get the guardrails together.</summary>
/// <param name="Name">Stable; commands and messages name the wave by it.</param>
/// <param name="Targets"><c>root</c>, or the id, path or name of a unit or account.</param>
/// <param name="Since">The day (UTC) of the last change of state; evidence counts from it. Null only for a wave that was never begun.</param>
/// <param name="Accepted">Why the wave went on without whole evidence; null when it did not.</param>
public sealed record RolloutWave(string Name, ImmutableArray<string> Targets, RolloutState State, DateOnly? Since = null, string? Accepted = null)
{
    /// <summary>Null while the wave is planned.</summary>
    public GuardrailForm? Form => State switch
    {
        RolloutState.ReportOnly => GuardrailForm.ReportOnly,
        RolloutState.Enforcing => GuardrailForm.Enforcing,
        _ => null,
    };
}

/// <summary>What the gate asks of a wave before the next step.</summary>
public sealed record RolloutLimits
{
    /// <summary>Denied calls, or calls that would have been denied, that one wave may have.</summary>
    public int MaximumDenials { get; init; }

    /// <summary>Days that a wave must have stood in its state.</summary>
    public int MinimumDays { get; init; } = 7;
}
