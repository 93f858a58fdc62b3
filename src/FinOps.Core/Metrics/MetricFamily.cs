using System.Text.RegularExpressions;

namespace FinOps.Core.Metrics;

/// <summary>A metric by the rules of OpenMetrics 1.0, with all its samples.</summary>
public sealed partial record MetricFamily
{
    /// <param name="name">As <c>finops_bill_cost_usd</c>; ends with the unit, and has no suffix of its kind (<c>_total</c>).</param>
    /// <param name="unit">As <c>usd</c>, <c>seconds</c> or <c>ratio</c>; empty for a number of things.</param>
    /// <exception cref="ArgumentException">The name, or that of a label, is none of OpenMetrics, or two samples have the same labels.</exception>
    public MetricFamily(string name, MetricKind kind, string unit, string help, params IReadOnlyList<MetricSample> samples)
    {
        if (!MetricName().IsMatch(name) || (unit.Length > 0 && !name.EndsWith("_" + unit, StringComparison.Ordinal)))
            throw new ArgumentException($"'{name}' is no name of a metric in '{unit}'.", nameof(name));
        var series = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sample in samples)
        {
            var labels = sample.Labels.Select(label => label.Name).ToList();
            if (!labels.All(LabelName().IsMatch) || labels.Distinct().Count() < labels.Count)
                throw new ArgumentException($"{name} has labels that are none or twice there: {string.Join(", ", labels)}.", nameof(samples));
            if (!series.Add(sample.Series))
                throw new ArgumentException($"{name} has two samples with the same labels.", nameof(samples));
        }

        (Name, Kind, Unit, Help, Samples) = (name, kind, unit, help, samples);
    }

    public string Name { get; }

    public MetricKind Kind { get; }

    public string Unit { get; }

    public string Help { get; }

    public IReadOnlyList<MetricSample> Samples { get; }

    [GeneratedRegex(@"\A[a-zA-Z_:][a-zA-Z0-9_:]*\z")]
    private static partial Regex MetricName();

    [GeneratedRegex(@"\A[a-zA-Z_][a-zA-Z0-9_]*\z")]
    private static partial Regex LabelName();
}
