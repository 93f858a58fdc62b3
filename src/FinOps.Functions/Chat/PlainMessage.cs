using System.Text;

namespace FinOps.Functions.Chat;

/// <summary>A message as plain text, for the text part of a mail and for a terminal.</summary>
internal static class PlainMessage
{
    public static string Render(ChatMessage message)
    {
        var limits = ChatLimits.Steps[0];
        var text = new StringBuilder();
        text.Append(ChatText.Line(message.Title, ChatLimits.Title)).Append("\n\n").Append(ChatText.Line(message.Summary, ChatLimits.Summary)).Append('\n');
        if (message.Facts.Count > 0)
            text.Append('\n');
        foreach (var fact in message.Facts.Take(ChatLimits.Facts))
            text.Append(ChatText.Line(fact.Name, limits.Line)).Append(": ").Append(ChatText.Line(fact.Value, limits.Line)).Append('\n');
        foreach (var section in message.Sections.Take(ChatLimits.Sections))
        {
            text.Append('\n').Append(ChatText.Line(section.Title, limits.Line)).Append('\n');
            foreach (var line in limits.Shown(section.Lines))
                text.Append("* ").Append(line).Append('\n');
        }

        if (message.Verbatim is { } verbatim)
            text.Append('\n').AppendJoin('\n', ChatText.Lines(verbatim, limits.Verbatim).Split('\n').Select(line => "> " + line)).Append('\n');
        foreach (var link in message.Links.Take(ChatLimits.Links))
            text.Append('\n').Append(ChatText.Line(link.Text, limits.Line)).Append(": ").Append(link.Address.AbsoluteUri);
        if (message.Links.Count > 0)
            text.Append('\n');
        if (message.Footer.Length > 0)
            text.Append('\n').Append(ChatText.Line(message.Footer, limits.Line)).Append('\n');
        return text.ToString();
    }
}
