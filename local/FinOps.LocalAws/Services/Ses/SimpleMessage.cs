using System.Globalization;
using System.Text;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Ses;

/// <summary>Makes the MIME message of a Simple content: text and HTML as alternatives, attachments around them.</summary>
internal static class SimpleMessage
{
    public static (byte[] Message, string? Html) Compose(
        JsonInput input, JsonInput simple, string messageId, DateTimeOffset now, IReadOnlyList<(string Header, EmailAddress Address)> recipients)
    {
        var from = EmailAddress.Parse("FromEmailAddress", input.Required("FromEmailAddress"));
        var subject = Subject(simple.Object("Subject"));
        var body = simple.Object("Body");
        var (text, html) = (body.OptionalObject("Text")?.Required("Data"), body.OptionalObject("Html")?.Required("Data"));
        if (text is null && html is null)
            throw SesErrors.BadRequest("Content.Simple.Body must have Text, Html or both.");

        var mail = new StringBuilder();
        Field(mail, "From", EncodeAddress(from.Text));
        foreach (var group in recipients.GroupBy(each => each.Header, each => EncodeAddress(each.Address.Text)))
            Field(mail, group.Key, string.Join(", ", group));
        if (input.Strings("ReplyToAddresses") is { Count: > 0 } replyTo)
            Field(mail, "Reply-To", string.Join(", ", replyTo.Select(each => EncodeAddress(EmailAddress.Parse("ReplyToAddresses", each).Text))));
        Field(mail, "Subject", EncodeWord(subject));
        Field(mail, "Date", now.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Field(mail, "Message-ID", $"<{messageId}@email.amazonses.com>");
        foreach (var header in simple.Objects("Headers"))
            Field(mail, Checked(header.Required("Name", 126)), Checked(header.Required("Value", 995)));
        Field(mail, "MIME-Version", "1.0");

        var content = Alternatives(text, html, $"alt-{messageId}");
        var attachments = simple.Objects("Attachments");
        mail.Append(attachments.Count == 0 ? content : Mixed(content, attachments, $"mix-{messageId}"));
        return (Encoding.UTF8.GetBytes(mail.ToString()), html);
    }

    private static string Subject(JsonInput subject)
    {
        var text = subject.Required("Data");
        if (text.AsSpan().ContainsAny('\r', '\n'))
            throw SesErrors.BadRequest("Content.Simple.Subject must not have line breaks.");
        return text.All(char.IsAscii) || subject.Has("Charset")
            ? text
            : throw SesErrors.BadRequest("Content.Simple.Subject has characters that are not 7-bit ASCII, and no Charset.");
    }

    private static string Alternatives(string? text, string? html, string boundary)
    {
        if (text is null || html is null)
            return Part(html is null ? "text/plain" : "text/html", html ?? text!);
        return $"Content-Type: multipart/alternative; boundary=\"{boundary}\"\r\n\r\n"
            + $"--{boundary}\r\n{Part("text/plain", text)}--{boundary}\r\n{Part("text/html", html)}--{boundary}--\r\n";
    }

    private static string Mixed(string content, IReadOnlyList<JsonInput> attachments, string boundary)
    {
        var mixed = new StringBuilder($"Content-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n{content}");
        foreach (var attachment in attachments)
        {
            var name = Checked(attachment.Required("FileName", 255)).Replace("\"", "'", StringComparison.Ordinal);
            var disposition = attachment.OptionalOneOf("ContentDisposition", "ATTACHMENT", "INLINE") == "INLINE" ? "inline" : "attachment";
            mixed.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\nContent-Type: {Checked(attachment.Optional("ContentType", 78) ?? "application/octet-stream")}\r\n");
            mixed.Append(CultureInfo.InvariantCulture, $"Content-Disposition: {disposition}; filename=\"{EncodeWord(name)}\"\r\n");
            if (attachment.Optional("ContentId", 78) is { } id)
                mixed.Append(CultureInfo.InvariantCulture, $"Content-ID: <{Checked(id)}>\r\n");
            mixed.Append("Content-Transfer-Encoding: base64\r\n\r\n").Append(Lines(Decode(attachment.Required("RawContent")))).Append("\r\n");
        }
        return mixed.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n").ToString();
    }

    private static string Part(string type, string text) =>
        $"Content-Type: {type}; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{Lines(Encoding.UTF8.GetBytes(text))}\r\n";

    private static byte[] Decode(string base64)
    {
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            throw SesErrors.BadRequest("An attachment's RawContent is not base64.");
        }
    }

    private static string Lines(byte[] bytes) => Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks);

    private static void Field(StringBuilder mail, string name, string value) => mail.Append(name).Append(": ").Append(value).Append("\r\n");

    // A line break in a header would start a header of the sender's choosing.
    private static string Checked(string value) => value.AsSpan().ContainsAny('\r', '\n')
        ? throw SesErrors.BadRequest("Header names and values must not have line breaks.")
        : value;

    private static string EncodeWord(string text) =>
        text.All(char.IsAscii) ? text : $"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";

    private static string EncodeAddress(string text)
    {
        var bracket = text.LastIndexOf('<');
        return bracket < 1 || text.All(char.IsAscii) ? text : $"{EncodeWord(text[..bracket].Trim(' ', '"'))} {text[bracket..]}";
    }
}
