using FinOps.Core.Costs;

namespace FinOps.Core.Tests.Costs;

public sealed class MoneyTests
{
    private static readonly decimal[] Amounts = [.. Samples(200)];

    [Fact]
    public void Add_AnyThree_IsAssociativeAndCommutative()
    {
        for (var i = 2; i < Amounts.Length; i++)
        {
            var (a, b, c) = (Money.Usd(Amounts[i]), Money.Usd(Amounts[i - 1]), Money.Usd(Amounts[i - 2]));
            Assert.Equal(a + b, b + a);
            Assert.Equal((a + b) + c, a + (b + c));
            Assert.Equal(a, a + b - b);
            Assert.Equal(Money.Usd(0), a + -a);
        }
    }

    [Fact]
    public void Add_DifferentCurrencies_Refuses()
    {
        var dollar = new Money(1, "USD");
        var euro = new Money(1, "EUR");

        var error = Assert.Throws<InvalidOperationException>(() => dollar + euro);

        Assert.Contains("1 USD and 1 EUR", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => dollar - euro);
        Assert.Throws<InvalidOperationException>(() => dollar < euro);
        Assert.Throws<InvalidOperationException>(() => dollar.ShareOf(euro));
        Assert.NotEqual(dollar, euro);
    }

    [Theory]
    [InlineData("usd")]
    [InlineData("US")]
    [InlineData("EURO")]
    [InlineData("")]
    public void Constructor_NotACurrencyCode_Refuses(string code) => Assert.Throws<ArgumentException>(() => new Money(1, code));

    [Fact]
    public void Default_IsZeroDollars()
    {
        Assert.Equal(Money.Usd(0), default);
        Assert.Equal("USD", default(Money).Currency);
    }

    [Theory]
    [InlineData("0.005", "0.01")]
    [InlineData("-0.005", "-0.01")]
    [InlineData("2.675", "2.68")]
    [InlineData("1.2E-7", "0.00")]
    public void Rounded_Half_GoesAwayFromZero(string amount, string rounded) =>
        Assert.Equal(Money.Parse(rounded, "USD"), Money.Parse(amount, "USD").Rounded());

    [Fact]
    public void ShareOf_Zero_IsUnknown()
    {
        Assert.Null(Money.Usd(1).ShareOf(Money.Usd(0)));
        Assert.Equal(0.25m, Money.Usd(1).ShareOf(Money.Usd(4)));
    }

    [Fact]
    public void Sum_Nothing_IsZeroOfTheCurrency() => Assert.Equal(Money.Zero("EUR"), Money.Sum([], "EUR"));

    [Fact]
    public void ToString_AnyAmount_IsInvariantAndUnpadded() => Assert.Equal("-1234.5 EUR", new Money(-1234.50m, "EUR").ToString());

    private static IEnumerable<decimal> Samples(int count)
    {
        var random = new Random(7);
        for (var i = 0; i < count; i++)
            yield return random.NextInt64(-9_000_000_000_000, 9_000_000_000_000) / 1_000_000m;
    }
}
