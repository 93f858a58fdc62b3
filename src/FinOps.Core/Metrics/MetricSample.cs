namespace FinOps.Core.Metrics;

/// <summary>One value of a family.</summary>
/// <param name="Value">Exact; who writes it rounds it.</param>
/// <param name="Labels">Tell it from the other samples of its family. The values are whatever somebody called an account or a budget.</param>
public sealed record MetricSample(decimal Value, params IReadOnlyList<(string Name, string Value)> Labels);
