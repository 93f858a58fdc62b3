using System.Text.Json;
using FinOps.Core.Metrics;

namespace FinOps.Core.Tests.Metrics;

public sealed class EmbeddedMetricsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Lines_EachSetOfLabels_HasALine() => Assert.Equal(
        [
            """{"_aws":{"Timestamp":1795262400000,"CloudWatchMetrics":[{"Namespace":"FinOps","Dimensions":[["FunctionName"]],"Metrics":[{"Name":"x_cost_usd","Unit":"None"},{"Name":"x_share_ratio","Unit":"None"},{"Name":"x_count","Unit":"Count"}]}]},"FunctionName":"f","x_cost_usd":12.35,"x_share_ratio":0.123456,"x_count":3}""",
            """{"_aws":{"Timestamp":1795262400000,"CloudWatchMetrics":[{"Namespace":"FinOps","Dimensions":[["FunctionName","account"]],"Metrics":[{"Name":"x_part_usd","Unit":"None"}]}]},"FunctionName":"f","account":"1","x_part_usd":0.01}""",
        ],
        EmbeddedMetrics.Lines(
            [
                new("x_report", MetricKind.Info, "", "x", new MetricSample(1, ("month", "2026-11"))),
                new("x_cost_usd", MetricKind.Gauge, "usd", "x", new MetricSample(12.345m)),
                new("x_part_usd", MetricKind.Gauge, "usd", "x", new MetricSample(0.005m, ("account", "1"))),
                new("x_share_ratio", MetricKind.Gauge, "ratio", "x", new MetricSample(0.123456m)),
                new("x_count", MetricKind.Gauge, "", "x", new MetricSample(3)),
            ],
            Noon, ("FunctionName", "f")));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(250, 3)]
    public void Lines_ManyMetrics_AreSplitAtAHundred(int metrics, int lines)
    {
        var written = EmbeddedMetrics.Lines(Enumerable.Range(0, metrics).Select(i => Gauge($"x{i}")), Noon).ToList();

        Assert.Equal(lines, written.Count);
        Assert.All(written, line => Assert.InRange(Metrics(line).Count, 1, EmbeddedMetrics.MostMetrics));
        Assert.Equal(Enumerable.Range(0, metrics).Select(i => $"x{i}"), written.SelectMany(Metrics));
    }

    [Fact]
    public void Lines_LongNames_AreSplitBelowAMegabyte()
    {
        var names = Enumerable.Range(0, 90).Select(i => $"{new string('x', 9_000)}{i}").ToList();

        var written = EmbeddedMetrics.Lines(names.Select(name => Gauge(name)), Noon).ToList();

        Assert.True(written.Count > 1);
        Assert.All(written, line => Assert.True(line.Length <= EmbeddedMetrics.LongestLine));
        Assert.Equal(names, written.SelectMany(Metrics));
    }

    [Fact]
    public void Lines_MoreThanThirtyDimensions_AreRefused()
    {
        Assert.Single(EmbeddedMetrics.Lines([Gauge("x", Labels(29))], Noon, ("FunctionName", "f")));
        Assert.Throws<ArgumentException>(() => EmbeddedMetrics.Lines([Gauge("x", Labels(30))], Noon, ("FunctionName", "f")).ToList());
    }

    [Theory]
    [InlineData("payments", "payments")]
    [InlineData("two\r\nlines", "two%0D%0Alines")]
    [InlineData("say \"no\" \\", "say \"no\" \\")]
    [InlineData("péage", "p%C3%A9age")]
    [InlineData("p%C3%A9age", "p%25C3%25A9age")]
    [InlineData(":x:", "%3Ax:")]
    [InlineData("  ", "%20 ")]
    [InlineData("", "(none)")]
    public void Lines_HostileDimension_IsAValueThatCloudWatchTakes(string value, string expected)
    {
        var line = Assert.Single(EmbeddedMetrics.Lines([Gauge("x", ("a", value))], Noon));

        Assert.DoesNotContain('\n', line);
        using var json = JsonDocument.Parse(line);
        Assert.Equal(expected, json.RootElement.GetProperty("a").GetString());
    }

    [Fact]
    public void Lines_LongDimension_IsCut()
    {
        using var json = JsonDocument.Parse(Assert.Single(EmbeddedMetrics.Lines([Gauge("x", ("a", new string('é', 256)))], Noon)));

        Assert.Equal(EmbeddedMetrics.LongestDimension, json.RootElement.GetProperty("a").GetString()!.Length);
    }

    private static MetricFamily Gauge(string name, params (string, string)[] labels) => new(name, MetricKind.Gauge, "", "x", new MetricSample(1, labels));

    private static (string, string)[] Labels(int count) => [.. Enumerable.Range(0, count).Select(i => ($"l{i}", "v"))];

    private static List<string> Metrics(string line)
    {
        using var json = JsonDocument.Parse(line);
        return [.. json.RootElement.GetProperty("_aws").GetProperty("CloudWatchMetrics")[0].GetProperty("Metrics").EnumerateArray().Select(metric => metric.GetProperty("Name").GetString()!)];
    }
}
