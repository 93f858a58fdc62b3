namespace FinOps.Core.Optimization.Decisions;

/// <summary>A decision, and what it is about.</summary>
public sealed record DecidedOption(Decision Decision, SavingOption Option);
