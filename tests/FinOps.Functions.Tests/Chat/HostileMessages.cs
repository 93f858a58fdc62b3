using FinOps.Functions.Chat;

namespace FinOps.Functions.Tests.Chat;

/// <summary>What somebody may write into a tag value, a budget's name or an account's.</summary>
internal static class HostileMessages
{
    public static IReadOnlyList<string> Texts { get; } =
    [
        "<!channel> <!here> <@U123> <https://evil.example|click>",
        "@channel @here @everyone @all",
        "https://evil.example/x www.evil.example mailto:a@evil.example",
        "**bold** _it_ [text](https://evil.example) ![i](https://evil.example/p.png) `code` # h > q",
        "<at>everybody</at> <script>alert(1)</script> &lt;b&gt; \"quoted\" 'single'",
        "\u202Egnp.exe\u202C \u2066x\u2069 \u200Bhidden \uFEFF",
        "line one\r\nBcc: a@evil.example\r\n\r\nline two\u0000\u0007\u2028third",
        "=cmd|'/c calc'!A1",
        "half \uD83D and whole \U0001F600",
        new string('Ж', 5_000),
        string.Concat(Enumerable.Repeat("&<>", 3_000)),
        string.Concat(Enumerable.Repeat("\U0001F4A5", 3_000)),
    ];

    /// <summary>Every place of a message filled with the same text.</summary>
    public static ChatMessage Everywhere(string text) => new(ChatTone.Alarm, text, text)
    {
        Facts = [.. Enumerable.Repeat(new ChatFact(text, text), 50)],
        Sections = [.. Enumerable.Repeat(new ChatSection(text, [.. Enumerable.Repeat(text, 50)]), 50)],
        Verbatim = text,
        Links = [new ChatLink("The budget", new Uri($"https://console.aws.amazon.com/x?name={Uri.EscapeDataString(text.Length > 100 ? "long" : text)}"))],
        Footer = text,
    };
}
