using FinOps.Core.Costs;

namespace FinOps.Functions.History.Rendering.Html;

/// <param name="IsOpen">Drawn as one that will still change.</param>
public sealed record Bar(string Label, Money Amount, bool IsOpen);
