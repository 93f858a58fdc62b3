using System.Net.Mail;

namespace FinOps.LocalAws.Services.Ses;

/// <summary>An address as SES takes it: <c>a@example.com</c> or <c>"Reports" &lt;a@example.com&gt;</c>, without line breaks.</summary>
internal sealed record EmailAddress(string Text, string Address)
{
    public static bool TryParse(string text, out EmailAddress address)
    {
        var good = !text.AsSpan().ContainsAny('\r', '\n') && MailAddress.TryCreate(text, out var parsed)
            && parsed.Host.Contains('.', StringComparison.Ordinal) && parsed.Address.All(char.IsAscii);
        address = new EmailAddress(text, good ? new MailAddress(text).Address : "");
        return good;
    }

    /// <exception cref="Wire.AwsError">BadRequestException that names the member.</exception>
    public static EmailAddress Parse(string member, string text) => TryParse(text, out var address)
        ? address
        : throw SesErrors.BadRequest($"{member}: '{text}' is no valid e-mail address.");
}
