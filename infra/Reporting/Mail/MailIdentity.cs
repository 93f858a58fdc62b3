namespace FinOps.Infra.Reporting.Mail;

/// <summary>What SES is asked to verify.</summary>
public enum MailIdentity
{
    /// <summary>Nothing: the sender is verified already, by somebody else.</summary>
    Elsewhere,

    /// <summary>The sender's address; SES mails a link to it.</summary>
    Address,

    /// <summary>The sender's domain; three DNS records verify it.</summary>
    Domain,
}
