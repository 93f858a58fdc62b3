namespace FinOps.Functions.Rendering.Html;

/// <param name="Tone">good, warn, bad, or empty for a figure that is neither.</param>
public sealed record Kpi(string Name, string Value, string Note, string Tone);
