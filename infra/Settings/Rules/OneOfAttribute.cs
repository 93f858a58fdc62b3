using System.Globalization;
using FinOps.Core.Tagging;

namespace FinOps.Infra.Settings.Rules;

/// <summary>One of the listed values, written exactly so.</summary>
public sealed class OneOfAttribute(params string[] values) : SettingRuleAttribute
{
    public override string Allowed => string.Join(", ", values);

    public override string Example => values[0];

    public override bool Accepts(object value) => values.Contains(Text(value), StringComparer.Ordinal);

    public override string Fix(object value) => Spelling.Nearest(Text(value), values) is { } nearest ? $"Did you mean '{nearest}'?" : base.Fix(value);

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
