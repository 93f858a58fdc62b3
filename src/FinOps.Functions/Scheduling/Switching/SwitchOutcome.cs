using FinOps.Core.Scheduling.Decisions;

namespace FinOps.Functions.Scheduling.Switching;

/// <param name="Error">AWS's code and words; null unless AWS refused.</param>
internal sealed record SwitchOutcome(SwitchDecision Decision, SwitchResult Result, string? Error = null);
