namespace FinOps.Core.Metrics;

/// <summary>One value of a family.</summary>
/// <param name="Value">Exact; who writes it rounds it.</param>
/// <param name="Labels">Tell it from the other samples of its family. The values are whatever somebody called an account or a budget.</param>
public sealed record MetricSample(decimal Value, params IReadOnlyList<(string Name, string Value)> Labels)
{
    /// <summary>The same text for the same labels in any order, and for no others.</summary>
    internal string Series { get; } = string.Concat(Labels.OrderBy(label => label.Name, StringComparer.Ordinal).Select(label => $"{label.Name}={label.Value.Length}:{label.Value},"));
}
