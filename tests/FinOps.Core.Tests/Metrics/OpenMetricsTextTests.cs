using System.Globalization;
using FinOps.Core.Metrics;

namespace FinOps.Core.Tests.Metrics;

public sealed class OpenMetricsTextTests
{
    [Fact]
    public void Write_EachKind_IsTheExactText() => Assert.Equal(
        """
        # TYPE x_report info
        # HELP x_report What it is about.
        x_report_info{month="2026-11"} 1
        # TYPE x_cost_usd gauge
        # UNIT x_cost_usd usd
        # HELP x_cost_usd Money.
        x_cost_usd{account="1",name="a"} 1234567.891
        x_cost_usd{account="2",name="b"} -0.0000000001
        # TYPE x_errors counter
        # HELP x_errors Failures.
        x_errors_total 3
        # EOF

        """,
        OpenMetricsText.Write(
        [
            new("x_report", MetricKind.Info, "", "What it is about.", new MetricSample(1, ("month", "2026-11"))),
            new("x_cost_usd", MetricKind.Gauge, "usd", "Money.",
                new MetricSample(1234567.8910m, ("account", "1"), ("name", "a")), new MetricSample(-0.0000000001m, ("account", "2"), ("name", "b"))),
            new("x_unknown_ratio", MetricKind.Gauge, "ratio", "Nothing is known of it."),
            new("x_errors", MetricKind.Counter, "", "Failures.", new MetricSample(3)),
        ]));

    [Fact]
    public void Write_Nothing_IsTheEndAlone() => Assert.Equal("# EOF\n", OpenMetricsText.Write([]));

    [Theory]
    [InlineData("""say "no" """)]
    [InlineData("two\nlines\n# EOF\n")]
    [InlineData("\"} 1\nfinops_bill_cost_usd 0")]
    [InlineData(@"C:\new\\\")]
    [InlineData("\r\t\0\u0007\u2028")]
    [InlineData("Zahlungen für 支付 🚀")]
    [InlineData("a=\"b\",c=\"d\"")]
    [InlineData("")]
    public void Write_HostileText_StaysOneValue(string hostile)
    {
        var text = OpenMetricsText.Write([new("x", MetricKind.Gauge, "", $"Help of {hostile}.", new MetricSample(1, ("a", hostile), ("b", new string('"', 256))))]);

        var sample = Assert.Single(OpenMetricsParser.Parse(text));
        Assert.Equal(hostile, sample.Labels["a"]);
        Assert.Equal(256, sample.Labels["b"].Length);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("12345678.90")]
    public void Write_AnyDecimal_IsExactAndWithoutExponent(string number)
    {
        var value = decimal.Parse(number, CultureInfo.InvariantCulture);

        Assert.Equal(value, Assert.Single(OpenMetricsParser.Parse(OpenMetricsText.Write([new("x", MetricKind.Gauge, "", "x", new MetricSample(value))]))).Value);
    }

    [Theory]
    [InlineData("1x", "", "a")]
    [InlineData("x-y", "", "a")]
    [InlineData("x", "usd", "a")]
    [InlineData("x\n", "", "a")]
    [InlineData("x", "", "a-b")]
    [InlineData("x", "", "a:b")]
    [InlineData("x", "", "")]
    public void MetricFamily_NameThatIsNone_IsRefused(string name, string unit, string label) =>
        Assert.Throws<ArgumentException>(() => new MetricFamily(name, MetricKind.Gauge, unit, "x", new MetricSample(1, (label, "v"))));

    [Fact]
    public void MetricFamily_SameSeriesTwice_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Family([("a", "1"), ("b", "2")], [("b", "2"), ("a", "1")]));
        Assert.Throws<ArgumentException>(() => Family([("a", "1"), ("a", "2")]));
        // What would be one text when the parts were put together without care.
        Assert.Equal(2, Family([("a", "1,b=2")], [("a", "1"), ("b", "2")]).Samples.Count);
    }

    private static MetricFamily Family(params (string, string)[][] samples) =>
        new("x", MetricKind.Gauge, "", "x", [.. samples.Select(labels => new MetricSample(1, labels))]);
}
