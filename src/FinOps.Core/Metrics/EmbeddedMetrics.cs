using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FinOps.Core.Metrics;

/// <summary>
/// CloudWatch's embedded metric format: lines of JSON in a log, of which CloudWatch Logs makes metrics by itself. Each set of labels is a set
/// of dimensions and has a line of its own; money is rounded to the cent.
/// </summary>
public static class EmbeddedMetrics
{
    public const string Namespace = "FinOps";

    // Limits of the format and of CloudWatch: a hundred metrics and 1 MB for a line, thirty dimensions, 1,024 characters for a dimension's value.
    public const int MostMetrics = 100;
    public const int MostDimensions = 30;
    public const int LongestLine = 1_000_000;
    public const int LongestDimension = 1024;

    private static readonly HashSet<string> Exact = new(StringComparer.Ordinal) { "", "ratio", "seconds" };

    /// <param name="dimensions">Of every metric, for example the function's name.</param>
    /// <returns>Lines without line ends. Info families say nothing that CloudWatch could draw and are left out.</returns>
    /// <exception cref="ArgumentException">More than thirty dimensions.</exception>
    public static IEnumerable<string> Lines(IEnumerable<MetricFamily> families, DateTimeOffset timestamp, params IReadOnlyList<(string Name, string Value)> dimensions)
    {
        var bySet = families
            .Where(family => family.Kind != MetricKind.Info)
            .SelectMany(family => family.Samples.Select(sample => (Family: family, Sample: sample)))
            .GroupBy(metric => metric.Sample.Series, StringComparer.Ordinal);
        foreach (var set in bySet)
        {
            IReadOnlyList<(string Name, string Value)> all = [.. dimensions, .. set.First().Sample.Labels];
            if (all.Count > MostDimensions)
                throw new ArgumentException($"{all.Count} dimensions; CloudWatch takes {MostDimensions}.", nameof(families));
            foreach (var chunk in set.Select(metric => (metric.Family, metric.Sample.Value)).Chunk(MostMetrics))
            {
                foreach (var line in Split(chunk, all, timestamp))
                    yield return line;
            }
        }
    }

    private static IEnumerable<string> Split((MetricFamily Family, decimal Value)[] metrics, IReadOnlyList<(string Name, string Value)> dimensions, DateTimeOffset timestamp)
    {
        var line = Line(metrics, dimensions, timestamp);
        if (line.Length <= LongestLine || metrics.Length == 1)
            return [line];
        var half = metrics.Length / 2;
        return Split(metrics[..half], dimensions, timestamp).Concat(Split(metrics[half..], dimensions, timestamp));
    }

    /// <summary>The writer escapes whatever is not ASCII, so a character is a byte, and a line end in a value is none in the log.</summary>
    private static string Line((MetricFamily Family, decimal Value)[] metrics, IReadOnlyList<(string Name, string Value)> dimensions, DateTimeOffset timestamp)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("_aws");
            json.WriteNumber("Timestamp", timestamp.ToUnixTimeMilliseconds());
            json.WriteStartArray("CloudWatchMetrics");
            json.WriteStartObject();
            json.WriteString("Namespace", Namespace);
            json.WriteStartArray("Dimensions");
            json.WriteStartArray();
            foreach (var dimension in dimensions)
                json.WriteStringValue(dimension.Name);
            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteStartArray("Metrics");
            foreach (var (family, _) in metrics)
            {
                json.WriteStartObject();
                json.WriteString("Name", family.Name);
                json.WriteString("Unit", family.Unit switch { "" => "Count", "seconds" => "Seconds", _ => "None" });
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            foreach (var dimension in dimensions)
                json.WriteString(dimension.Name, DimensionValue(dimension.Value));
            foreach (var (family, value) in metrics)
                json.WriteNumber(family.Name, Exact.Contains(family.Unit) ? value : decimal.Round(value, 2, MidpointRounding.AwayFromZero));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>
    /// CloudWatch takes printable ASCII that is not empty and does not begin with a colon or, being nothing else, a space. Other characters
    /// are percent-encoded, so that two names stay two.
    /// </summary>
    internal static string DimensionValue(string value)
    {
        if (value.Length == 0)
            return "(none)";
        var text = new StringBuilder(value.Length);
        foreach (var one in Encoding.UTF8.GetBytes(value))
        {
            if (one is < (byte)' ' or > (byte)'~' or (byte)'%' || (text.Length == 0 && one is (byte)' ' or (byte)':'))
                text.Append(CultureInfo.InvariantCulture, $"%{one:X2}");
            else
                text.Append((char)one);
        }

        return text.Length <= LongestDimension ? text.ToString() : text.ToString(0, LongestDimension);
    }
}
