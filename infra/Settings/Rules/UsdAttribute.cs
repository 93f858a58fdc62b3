namespace FinOps.Infra.Settings.Rules;

/// <summary>An amount of money that can be a limit.</summary>
public sealed class UsdAttribute : SettingRuleAttribute
{
    public override string Allowed => "an amount in USD above 0";

    public override string Example => "42000";

    public override bool Accepts(object value) => value is decimal and >= 0.01m and <= 1_000_000_000m;
}
