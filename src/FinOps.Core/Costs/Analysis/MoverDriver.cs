namespace FinOps.Core.Costs.Analysis;

/// <summary>A part of a mover's change: the service behind an owner's, the owner behind a service's or an account's.</summary>
public sealed record MoverDriver(string Label, Money Change);
