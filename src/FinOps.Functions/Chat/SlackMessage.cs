using System.Text.Json.Nodes;

namespace FinOps.Functions.Chat;

/// <summary>
/// A message as Slack's incoming webhooks take it: Block Kit, at most 50 blocks (ours has 20 at most), a header of 150 characters, 3,000 in a
/// section, ten fields of 2,000. Data goes into plain text objects only, where Slack reads no markup; the few marked-up texts are our own.
/// </summary>
internal static class SlackMessage
{
    // A message is cut by Slack at 40,000 characters.
    private const int MostBytes = 36_000;
    private const int SectionText = 3_000;
    private const int FieldText = 2_000;

    public static byte[] Render(ChatMessage message) => ChatJson.Fitting(MostBytes, limits => Render(message, limits));

    /// <summary>Slack's three characters; everything else means nothing outside of mrkdwn.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static JsonObject Render(ChatMessage message, ChatLimits limits)
    {
        var title = ChatText.Line(message.Title, ChatLimits.Title);
        var blocks = new JsonArray(
            new JsonObject { ["type"] = "header", ["text"] = Plain($"{Sign(message.Tone)} {title}", ChatLimits.Title) },
            Section(Plain(ChatText.Line(message.Summary, ChatLimits.Summary), SectionText)));
        if (message.Facts.Count > 0)
            blocks.Add((JsonNode)new JsonObject
            {
                ["type"] = "section",
                ["fields"] = new JsonArray([.. message.Facts.Take(ChatLimits.Facts).Select(fact => Plain($"{ChatText.Line(fact.Name, limits.Line)}: {ChatText.Line(fact.Value, limits.Line)}", FieldText))]),
            });
        foreach (var section in message.Sections.Take(ChatLimits.Sections))
        {
            blocks.Add((JsonNode)new JsonObject { ["type"] = "divider" });
            var lines = limits.Shown(section.Lines).Select(line => $"• {line}");
            blocks.Add((JsonNode)Section(Plain($"{ChatText.Line(section.Title, limits.Line)}\n{string.Join('\n', lines)}", SectionText)));
        }

        if (message.Verbatim is { } verbatim)
            blocks.Add((JsonNode)Section(Plain(ChatText.Lines(verbatim, limits.Verbatim), SectionText)));
        if (message.Links.Count > 0)
            blocks.Add((JsonNode)Section(new JsonObject
            {
                ["type"] = "mrkdwn",
                // Nothing in it becomes a link but what says so.
                ["verbatim"] = true,
                ["text"] = string.Join("  ·  ", message.Links.Take(ChatLimits.Links).Select(link => $"<{Address(link.Address)}|{Escape(link.Text).Replace('|', '/')}>")),
            }));
        if (message.Footer.Length > 0)
            blocks.Add((JsonNode)new JsonObject { ["type"] = "context", ["elements"] = new JsonArray(Plain(ChatText.Line(message.Footer, limits.Line), FieldText)) });
        return new JsonObject
        {
            // For notifications and screen readers.
            ["text"] = Escape(title),
            ["mrkdwn"] = false,
            ["unfurl_links"] = false,
            ["unfurl_media"] = false,
            ["blocks"] = blocks,
        };
    }

    private static JsonObject Section(JsonObject text) => new() { ["type"] = "section", ["text"] = text };

    /// <summary>The limit counts what is sent, escapes included.</summary>
    private static JsonObject Plain(string text, int longest)
    {
        var escaped = Escape(text);
        for (var length = text.Length; escaped.Length > longest; escaped = Escape(ChatText.Shorten(text, length)))
            length -= Math.Max(1, (escaped.Length - longest) / 5);
        return new JsonObject { ["type"] = "plain_text", ["emoji"] = false, ["text"] = escaped.Length == 0 ? "-" : escaped };
    }

    private static string Address(Uri address) => Escape(address.AbsoluteUri).Replace("|", "%7C", StringComparison.Ordinal);

    private static string Sign(ChatTone tone) => tone switch
    {
        ChatTone.Alarm => "🔴",
        ChatTone.Warning => "🟠",
        _ => "🔵",
    };
}
