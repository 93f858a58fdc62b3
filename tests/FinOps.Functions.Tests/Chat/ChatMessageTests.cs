using System.Text;
using System.Text.Json.Nodes;
using FinOps.Functions.Chat;

namespace FinOps.Functions.Tests.Chat;

public sealed class ChatMessageTests
{
    public static TheoryData<int> Hostile => [.. Enumerable.Range(0, HostileMessages.Texts.Count)];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Slack_HostileText_IsShownAndNeverRead(int text)
    {
        var bytes = SlackMessage.Render(HostileMessages.Everywhere(HostileMessages.Texts[text]));

        var message = JsonNode.Parse(bytes)!;
        var blocks = message["blocks"]!.AsArray();
        Assert.InRange(blocks.Count, 5, 50);
        Assert.True(bytes.Length < 40_000, $"{bytes.Length} bytes");
        var texts = Descendants(message).OfType<JsonObject>().Where(each => each["text"] is JsonValue).ToList();
        var marked = Assert.Single(texts, each => (string?)each["type"] == "mrkdwn");
        Assert.StartsWith("<https://console.aws.amazon.com/", (string?)marked["text"], StringComparison.Ordinal);
        Assert.EndsWith("|The budget>", (string?)marked["text"], StringComparison.Ordinal);
        Assert.Equal(2, ((string)marked["text"]!).Count(letter => letter is '<' or '>'));
        Assert.True((bool)marked["verbatim"]!);
        foreach (var each in texts.Where(each => each != marked))
            AssertShown((string)each["text"]!, (string?)each["type"] == "plain_text" ? 3_000 : 1_000);
        Assert.All(blocks.Where(block => (string?)block!["type"] == "section" && block["fields"] is not null), block => Assert.InRange(block!["fields"]!.AsArray().Count, 1, 10));
        Assert.InRange(((string)blocks[0]!["text"]!["text"]!).Length, 1, 150);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Teams_HostileText_StandsInTextRunsAlone(int text)
    {
        var bytes = TeamsMessage.Render(HostileMessages.Everywhere(HostileMessages.Texts[text]));

        var card = JsonNode.Parse(bytes)!["attachments"]![0]!["content"]!;
        Assert.True(bytes.Length <= 28 * 1024, $"{bytes.Length} bytes");
        Assert.Null(card["msteams"]!["entities"]);
        Assert.All(card["body"]!.AsArray(), block => Assert.Equal("RichTextBlock", (string?)block!["type"]));
        Assert.All(card["body"]!.AsArray().SelectMany(block => block!["inlines"]!.AsArray()), run =>
        {
            Assert.Equal("TextRun", (string?)run!["type"]);
            Assert.Null(run["selectAction"]);
            AssertPlain((string)run["text"]!);
        });
        Assert.All(card["actions"]!.AsArray(), action => Assert.StartsWith("https://console.aws.amazon.com/", (string?)action!["url"], StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Plain_HostileText_HasNoControlsAndNoLinks(int text)
    {
        var message = HostileMessages.Everywhere(HostileMessages.Texts[text]);

        foreach (var line in PlainMessage.Render(message with { Links = [] }).Split('\n'))
            AssertPlain(line);
    }

    [Fact]
    public void Line_OfAnAddress_KeepsIt()
    {
        Assert.Equal("payments@example.com, all@here.example, a & b", ChatText.Line("payments@example.com, all@here.example, a & b", 100));
        Assert.Equal("tell me@here.example.", ChatText.Line("tell me@here.example.", 100));
    }

    [Fact]
    public void Slack_MoreThanFits_SaysHowMuchIsLeftOut()
    {
        var message = new ChatMessage(ChatTone.Calm, "t", "s") { Sections = [new ChatSection("Rows", [.. Enumerable.Range(1, 25).Select(row => $"row {row}")])] };

        Assert.Contains("and 15 more", Encoding.UTF8.GetString(SlackMessage.Render(message)), StringComparison.Ordinal);
        Assert.Contains("and 15 more", Encoding.UTF8.GetString(TeamsMessage.Render(message)), StringComparison.Ordinal);
    }

    private static void AssertShown(string text, int longest)
    {
        Assert.InRange(text.Length, 1, longest);
        Assert.DoesNotContain('<', text);
        Assert.DoesNotContain('>', text);
        Assert.Equal(text.Count(letter => letter == '&'), text.Split("&amp;").Length + text.Split("&lt;").Length + text.Split("&gt;").Length - 3);
        AssertPlain(text);
    }

    private static void AssertPlain(string text)
    {
        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
        Assert.DoesNotContain("www.", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("mailto:", text, StringComparison.OrdinalIgnoreCase);
        foreach (var call in (string[])["@channel", "@here", "@everyone", "@all"])
            Assert.DoesNotContain(call + " ", text + " ", StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(text, letter => letter != '\n' && (char.IsControl(letter) || letter is '\u202E' or '\u2066' or '\u200B' or '\u2028'));
        // No half characters: a strict reader gets the same text.
        Assert.Equal(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
    }

    private static IEnumerable<JsonNode> Descendants(JsonNode node) => node switch
    {
        JsonObject map => map.Select(pair => pair.Value).OfType<JsonNode>().SelectMany(Descendants).Prepend(node),
        JsonArray list => list.OfType<JsonNode>().SelectMany(Descendants).Prepend(node),
        _ => [node],
    };
}
