using FinOps.Infra.Settings;

namespace FinOps.Infra.Reporting.Mail;

/// <summary>How reports are mailed.</summary>
public sealed record MailSettings
{
    /// <summary>What this stack has SES verify.</summary>
    public MailIdentity Identity { get; init; }

    /// <summary>Whether reports go out under a configuration set of their own: TLS or nothing, figures on reputation, no mail to addresses that bounced or complained, and the ops topic is told of bounces.</summary>
    [OnFrom(AdoptionMode.Guard)]
    public bool ConfigurationSet { get; init; }

    /// <summary>Whether the stack declares anything of SES.</summary>
    internal bool IsDeclared => ConfigurationSet || Identity is not MailIdentity.Elsewhere;
}
