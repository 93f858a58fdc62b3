using System.Globalization;

namespace FinOps.Core.Costs;

/// <summary>
/// An exact amount in one currency. Amounts of different currencies never mix: every operation on two of them throws.
/// <c>default(Money)</c> is zero US dollars. Round only when rendering (<see cref="Rounded"/>).
/// </summary>
public readonly record struct Money : IComparable<Money>
{
    public const string UsDollar = "USD";

    // US dollars are stored as null, so that default(Money) equals Money.Usd(0).
    private readonly string? _currency;

    /// <param name="amount">Exact, not rounded.</param>
    /// <param name="currency">ISO 4217 code, three capital letters.</param>
    /// <exception cref="ArgumentException">The code is not three capital letters.</exception>
    public Money(decimal amount, string currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        if (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper))
            throw new ArgumentException($"'{currency}' is not an ISO 4217 code such as USD.", nameof(currency));
        Amount = amount;
        _currency = currency == UsDollar ? null : currency;
    }

    public decimal Amount { get; }

    public string Currency => _currency ?? UsDollar;

    public bool IsZero => Amount == 0;

    public static Money Usd(decimal amount) => new(amount, UsDollar);

    public static Money Zero(string currency) => new(0, currency);

    /// <summary>Reads an amount as AWS writes it, for example "123.4567890123", "-0.02" or "1.2E-7".</summary>
    /// <exception cref="FormatException">Not a decimal number.</exception>
    public static Money Parse(string amount, string currency) =>
        new(decimal.Parse(amount, NumberStyles.Float, CultureInfo.InvariantCulture), currency);

    public static Money operator +(Money left, Money right) =>
        new(left.Amount + right.Amount, CommonCurrency(left, right, "add"));

    public static Money operator -(Money left, Money right) =>
        new(left.Amount - right.Amount, CommonCurrency(left, right, "subtract"));

    public static Money operator -(Money value) => new(-value.Amount, value.Currency);

    public static Money operator *(Money value, decimal factor) => new(value.Amount * factor, value.Currency);

    public static Money operator *(decimal factor, Money value) => value * factor;

    public static Money operator /(Money value, decimal divisor) => new(value.Amount / divisor, value.Currency);

    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    public static Money Add(Money left, Money right) => left + right;

    public static Money Subtract(Money left, Money right) => left - right;

    public static Money Negate(Money value) => -value;

    public static Money Multiply(Money value, decimal factor) => value * factor;

    public static Money Divide(Money value, decimal divisor) => value / divisor;

    /// <summary>The sum; zero of <paramref name="currency"/> when there is nothing to add.</summary>
    public static Money Sum(IEnumerable<Money> values, string currency = UsDollar)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Aggregate(Zero(currency), (sum, value) => sum + value);
    }

    public Money Abs() => new(Math.Abs(Amount), Currency);

    /// <summary>Rounded half away from zero, as invoices are.</summary>
    public Money Rounded(int decimals = 2) =>
        new(Math.Round(Amount, decimals, MidpointRounding.AwayFromZero), Currency);

    /// <summary>
    /// This amount as a share of <paramref name="whole"/>, 1 being all of it; null when the whole is zero, because then no share has a meaning.
    /// </summary>
    public decimal? ShareOf(Money whole)
    {
        CommonCurrency(this, whole, "compare");
        return whole.IsZero ? null : Amount / whole.Amount;
    }

    public int CompareTo(Money other)
    {
        CommonCurrency(this, other, "compare");
        return Amount.CompareTo(other.Amount);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount:0.############} {Currency}");

    private static string CommonCurrency(Money left, Money right, string verb) =>
        left.Currency == right.Currency
            ? left.Currency
            : throw new InvalidOperationException($"Cannot {verb} {left} and {right}: different currencies.");
}
