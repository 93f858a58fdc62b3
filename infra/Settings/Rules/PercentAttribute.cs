namespace FinOps.Infra.Settings.Rules;

/// <summary>A percentage above 0; alerts may lie above 100.</summary>
public sealed class PercentAttribute : SettingRuleAttribute
{
    public override string Allowed => "a percentage above 0 and up to 1000";

    public override string Example => "80";

    public override bool Accepts(object value) => value is decimal and > 0 and <= 1000;
}
