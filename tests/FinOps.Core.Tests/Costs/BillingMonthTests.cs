using FinOps.Core.Costs;

namespace FinOps.Core.Tests.Costs;

public sealed class BillingMonthTests
{
    [Fact]
    public void AddMonths_AcrossYears_Carries()
    {
        Assert.Equal(new BillingMonth(2027, 1), new BillingMonth(2026, 12).Next);
        Assert.Equal(new BillingMonth(2025, 12), new BillingMonth(2026, 1).Previous);
        Assert.Equal(new BillingMonth(2024, 11), new BillingMonth(2026, 1).AddMonths(-14));
        Assert.Equal(14, new BillingMonth(2026, 1).MonthsSince(new BillingMonth(2024, 11)));
    }

    [Fact]
    public void Range_LeapFebruary_EndsOnMarchFirst()
    {
        var range = BillingMonth.Parse("2028-02").Range;

        Assert.Equal(29, range.Days);
        Assert.Equal(new DateOnly(2028, 3, 1), range.End);
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026-1")]
    [InlineData("26-01")]
    [InlineData("")]
    public void Parse_AnotherForm_Refuses(string text) => Assert.Throws<FormatException>(() => BillingMonth.Parse(text));

    [Fact]
    public void ToString_Parse_RoundTrips()
    {
        for (var month = new BillingMonth(2019, 1); month < new BillingMonth(2031, 1); month = month.Next)
            Assert.Equal(month, BillingMonth.Parse(month.ToString()));
    }

    [Fact]
    public void Containing_InstantBeforeMidnightUtc_IsTheUtcMonth() =>
        Assert.Equal(new BillingMonth(2026, 2), BillingMonth.Containing(new DateTimeOffset(2026, 1, 31, 22, 0, 0, TimeSpan.FromHours(-5))));
}
