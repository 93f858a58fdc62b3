using System.Globalization;
using System.Text;

namespace FinOps.Core.Metrics;

/// <summary>The text format of OpenMetrics 1.0, which Prometheus scrapes.</summary>
public static class OpenMetricsText
{
    public const string ContentType = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    /// <summary>All families that have samples, and the mark of the end without which a scraper takes the text for cut off.</summary>
    public static string Write(IEnumerable<MetricFamily> families)
    {
        ArgumentNullException.ThrowIfNull(families);
        var text = new StringBuilder();
        foreach (var family in families.Where(family => family.Samples.Count > 0))
            Append(text, family);
        return text.Append("# EOF\n").ToString();
    }

    private static void Append(StringBuilder text, MetricFamily family)
    {
        var (type, suffix) = family.Kind switch
        {
            MetricKind.Counter => ("counter", "_total"),
            MetricKind.Info => ("info", "_info"),
            _ => ("gauge", ""),
        };
        text.Append(CultureInfo.InvariantCulture, $"# TYPE {family.Name} {type}\n");
        if (family.Unit.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"# UNIT {family.Name} {family.Unit}\n");
        text.Append(CultureInfo.InvariantCulture, $"# HELP {family.Name} {Escaped(family.Help)}\n");
        foreach (var sample in family.Samples)
        {
            text.Append(family.Name).Append(suffix);
            if (sample.Labels.Count > 0)
                text.Append('{').AppendJoin(',', sample.Labels.Select(label => $"{label.Name}=\"{Escaped(label.Value)}\"")).Append('}');
            text.Append(' ').Append(Number(sample.Value)).Append('\n');
        }
    }

    /// <summary>Help and label values are escaped alike; every other character, control characters too, stands for itself.</summary>
    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // As many places as a decimal can have: "G" would keep zeros at the end, which say nothing.
    private static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
