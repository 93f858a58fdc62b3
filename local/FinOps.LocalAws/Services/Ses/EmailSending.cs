using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Credentials;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Ses;

/// <summary>SendEmail with Simple or Raw content.</summary>
internal sealed partial class EmailSending(LocalAwsEnvironment environment)
{
    private const int MaximumRecipients = 50;
    private const int MaximumBytes = 40 * 1024 * 1024;

    public JsonNode Send(RestCall call)
    {
        var input = call.Input;
        CheckConfigurationSet(call);
        foreach (var tag in input.Objects("EmailTags"))
            if (!TagPattern().IsMatch(tag.Required("Name")) || !TagPattern().IsMatch(tag.Required("Value")))
                throw SesErrors.BadRequest("Invalid EmailTags: names and values may contain only ASCII letters, numbers, underscores and dashes.");
        var content = input.Object("Content");
        var kinds = (string[])[.. ((string[])["Simple", "Raw", "Template"]).Where(content.Has)];
        if (kinds.Length != 1)
            throw SesErrors.BadRequest("Content must have exactly one of Simple, Raw and Template.");
        var messageId = $"{call.Context.Now.ToUnixTimeMilliseconds():x16}-{KeyMaterial.Id("", 8).ToLowerInvariant()}";
        var (bytes, html) = kinds[0] switch
        {
            "Simple" => SimpleMessage.Compose(input, content.Object("Simple"), messageId, call.Context.Now, Recipients(input, required: true)),
            "Raw" => Raw(input, content.Object("Raw")),
            _ => throw SesErrors.BadRequest("This endpoint sends Simple and Raw content; there are no templates."),
        };
        if (bytes.Length > MaximumBytes)
            throw SesErrors.Rejected($"Message length is more than {MaximumBytes} bytes long: '{bytes.Length}'.");
        Outbox.Write(environment.DataDirectory, call.Context.Now, messageId, bytes, html);
        return new JsonObject { ["MessageId"] = messageId };
    }

    private (byte[] Message, string? Html) Raw(JsonInput input, JsonInput raw)
    {
        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(raw.Required("Data"));
        }
        catch (FormatException)
        {
            throw SesErrors.BadRequest("Content.Raw.Data is not base64.");
        }
        var header = RawHeader.Read(bytes);
        if (!input.Has("FromEmailAddress"))
            EmailAddress.Parse("From", header.GetValueOrDefault("from") ?? throw SesErrors.BadRequest("The raw message has no From header."));
        if (Recipients(input, required: false).Count == 0 && !header.ContainsKey("to") && !header.ContainsKey("cc") && !header.ContainsKey("bcc"))
            throw SesErrors.BadRequest("The message has no recipients.");
        return (bytes, null);
    }

    private static List<(string Header, EmailAddress Address)> Recipients(JsonInput input, bool required)
    {
        var destination = input.OptionalObject("Destination");
        var all = new List<(string Header, EmailAddress Address)>();
        foreach (var (member, header) in ((string, string)[])[("ToAddresses", "To"), ("CcAddresses", "Cc"), ("BccAddresses", "Bcc")])
            foreach (var text in destination?.Strings(member) ?? [])
                all.Add((header, EmailAddress.Parse($"Destination.{member}", text)));
        if (required && all.Count == 0)
            throw SesErrors.BadRequest("Destination must have at least one recipient.");
        return all.Count <= MaximumRecipients ? all : throw SesErrors.Rejected($"Recipient count exceeds {MaximumRecipients}.");
    }

    private void CheckConfigurationSet(RestCall call)
    {
        if (call.Input.Optional("ConfigurationSetName") is { } name
            && environment.Store.Get(ConfigurationSetOperations.Collection(call.Context.AccountId), name) is null)
            throw SesErrors.NotFound($"Configuration set <{name}>");
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,256}\z")]
    private static partial Regex TagPattern();
}
