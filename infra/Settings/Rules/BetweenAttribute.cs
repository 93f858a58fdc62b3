using System.Globalization;

namespace FinOps.Infra.Settings.Rules;

/// <summary>A number from one bound to the other, both allowed.</summary>
/// <param name="from">At least.</param>
/// <param name="to">At most.</param>
/// <param name="unit">Said after the bounds, <c>days</c>; empty when the key says it.</param>
public class BetweenAttribute(double from, double to, string unit = "") : SettingRuleAttribute
{
    public override string Allowed => string.Create(CultureInfo.InvariantCulture, $"a number from {from:0.####} to {to:0.####}{(unit.Length > 0 ? $" {unit}" : "")}");

    public override string Example => from.ToString("0.####", CultureInfo.InvariantCulture);

    public override bool Accepts(object value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture) is var number && number >= (decimal)from && number <= (decimal)to;
}
