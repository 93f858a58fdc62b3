namespace FinOps.Infra.Settings.Rules;

/// <summary>An https address.</summary>
public sealed class WebhookUrlAttribute : SettingRuleAttribute
{
    public override string Allowed => "an https address";

    public override string Example => "https://hooks.slack.com/services/...";

    public override bool Accepts(object value) => value is string text && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.UserInfo.Length == 0;
}
