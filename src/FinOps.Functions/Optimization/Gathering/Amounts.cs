using System.Globalization;
using FinOps.Core.Costs;

namespace FinOps.Functions.Optimization.Gathering;

/// <summary>Amounts as the advisors write them: JSON numbers, texts, and texts with a dollar sign.</summary>
internal static class Amounts
{
    /// <summary>AWS's own numbers are binary; as a decimal they have the 15 digits that a binary number keeps.</summary>
    public static Money? Of(double? amount, string? currency) =>
        amount is { } value && double.IsFinite(value) && Math.Abs(value) < 1e15 ? new Money((decimal)value, Code(currency)) : null;

    public static Money? Of(string? amount, string? currency) =>
        decimal.TryParse(amount, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? new Money(value, Code(currency)) : null;

    /// <summary><c>$1,234.56</c>, <c>1234.56</c>: Trusted Advisor knows US dollars only.</summary>
    public static Money? Dollars(string? text) =>
        decimal.TryParse(text?.Trim().TrimStart('$'), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? Money.Usd(value) : null;

    private static string Code(string? currency) => currency is { Length: 3 } && currency.All(char.IsAsciiLetterUpper) ? currency : Money.UsDollar;
}
