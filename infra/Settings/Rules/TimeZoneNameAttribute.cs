namespace FinOps.Infra.Settings.Rules;

/// <summary>An IANA time zone that this machine knows.</summary>
public sealed class TimeZoneNameAttribute : SettingRuleAttribute
{
    public override string Allowed => "an IANA time zone";

    public override string Example => "Europe/Berlin";

    public override bool Accepts(object value) => value is string text && TimeZoneInfo.TryFindSystemTimeZoneById(text, out _);
}
