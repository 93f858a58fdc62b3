using System.Text.Json.Nodes;

namespace FinOps.Functions.Chat;

/// <summary>
/// A message as a Teams workflow ("when a webhook request is received") takes it: one Adaptive Card, 28 KB at most. Data goes into text
/// runs only, where a card reads no Markdown; there are no entities, so nobody is mentioned.
/// </summary>
internal static class TeamsMessage
{
    private const int MostBytes = 26_000;

    public static byte[] Render(ChatMessage message) => ChatJson.Fitting(MostBytes, limits => new JsonObject
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["contentUrl"] = null,
            ["content"] = Card(message, limits),
        }),
    });

    private static JsonObject Card(ChatMessage message, ChatLimits limits)
    {
        var body = new JsonArray(
            Rich(Run(ChatText.Line(message.Title, ChatLimits.Title), ("size", "large"), ("weight", "bolder"), ("color", Color(message.Tone)))),
            Rich(Run(ChatText.Line(message.Summary, ChatLimits.Summary))));
        foreach (var fact in message.Facts.Take(ChatLimits.Facts))
            body.Add((JsonNode)Spaced("small", Rich(Run(ChatText.Line(fact.Name, limits.Line) + ": ", ("weight", "bolder")), Run(ChatText.Line(fact.Value, limits.Line)))));
        foreach (var section in message.Sections.Take(ChatLimits.Sections))
        {
            var title = Rich(Run(ChatText.Line(section.Title, limits.Line), ("weight", "bolder")));
            title["separator"] = true;
            body.Add((JsonNode)title);
            foreach (var line in limits.Shown(section.Lines))
                body.Add((JsonNode)Spaced("none", Rich(Run($"• {line}"))));
        }

        if (message.Verbatim is { } verbatim)
            body.Add((JsonNode)Rich(Run(ChatText.Lines(verbatim, limits.Verbatim), ("fontType", "monospace"))));
        if (message.Footer.Length > 0)
            body.Add((JsonNode)Rich(Run(ChatText.Line(message.Footer, limits.Line), ("size", "small"))));
        return new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.4",
            ["msteams"] = new JsonObject { ["width"] = "Full" },
            ["body"] = body,
            ["actions"] = new JsonArray([.. message.Links.Take(ChatLimits.Links).Select(link => new JsonObject
            {
                ["type"] = "Action.OpenUrl",
                ["title"] = ChatText.Line(link.Text, limits.Line),
                ["url"] = link.Address.AbsoluteUri,
            })]),
        };
    }

    private static JsonObject Rich(params JsonObject[] runs) => new() { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray([.. runs]) };

    private static JsonObject Run(string text, params (string Name, string Value)[] style)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = text };
        foreach (var (name, value) in style)
            run[name] = value;
        return run;
    }

    private static JsonObject Spaced(string spacing, JsonObject block)
    {
        block["spacing"] = spacing;
        return block;
    }

    private static string Color(ChatTone tone) => tone switch
    {
        ChatTone.Alarm => "attention",
        ChatTone.Warning => "warning",
        _ => "accent",
    };
}
