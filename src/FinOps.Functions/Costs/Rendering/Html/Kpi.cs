namespace FinOps.Functions.Costs.Rendering.Html;

/// <param name="Tone">good, warn, bad, or empty for a figure that is neither.</param>
internal sealed record Kpi(string Name, string Value, string Note, string Tone);
