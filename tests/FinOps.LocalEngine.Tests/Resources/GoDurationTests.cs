using FinOps.LocalEngine.Resources;

namespace FinOps.LocalEngine.Tests.Resources;

public sealed class GoDurationTests
{
    [Theory]
    [InlineData("5m", 300)]
    [InlineData("1h30m", 5400)]
    [InlineData("300000000000ns", 300)]
    [InlineData("1.5s", 1.5)]
    [InlineData("250ms", 0.25)]
    public void Parse_ReadsWhatSdksSend(string text, double seconds) => Assert.Equal(seconds, GoDuration.Parse(text)!.Value.TotalSeconds, 6);

    [Fact]
    public void Parse_Empty_IsNull() => Assert.Null(GoDuration.Parse(""));

    [Theory]
    [InlineData("soon")]
    [InlineData("5")]
    [InlineData("m5")]
    [InlineData("5m x")]
    public void Parse_SomethingElse_IsRefused(string text) => Assert.Throws<FormatException>(() => GoDuration.Parse(text));
}
