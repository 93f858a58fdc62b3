using System.Net.Mail;

namespace FinOps.Infra.Settings.Rules;

/// <summary>An address without a display name.</summary>
public sealed class EmailAttribute : SettingRuleAttribute
{
    public override string Allowed => "an e-mail address";

    public override string Example => "finops@example.com";

    public override bool Accepts(object value) => value is string text && MailAddress.TryCreate(text, out var address) && address.Address == text;
}
