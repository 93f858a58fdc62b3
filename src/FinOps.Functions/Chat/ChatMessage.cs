namespace FinOps.Functions.Chat;

/// <summary>
/// One message to people, whichever way it goes. Every text in it is data: tag values, account and budget names, whole notifications. The
/// forms (<see cref="SlackMessage"/>, <see cref="TeamsMessage"/>, <see cref="PlainMessage"/>) show it letter for letter and cut what is too long.
/// </summary>
/// <param name="Title">What happened, one line.</param>
/// <param name="Summary">One or two sentences.</param>
public sealed record ChatMessage(ChatTone Tone, string Title, string Summary)
{
    public IReadOnlyList<ChatFact> Facts { get; init; } = [];

    public IReadOnlyList<ChatSection> Sections { get; init; } = [];

    /// <summary>Text to show as it came, such as a notification that nobody could read; null without one.</summary>
    public string? Verbatim { get; init; }

    public IReadOnlyList<ChatLink> Links { get; init; } = [];

    /// <summary>Where it comes from and why it came; small.</summary>
    public string Footer { get; init; } = "";
}

/// <summary>How urgent it is.</summary>
public enum ChatTone
{
    Calm,
    Warning,
    Alarm,
}

public sealed record ChatFact(string Name, string Value);

/// <param name="Lines">The most important one first: what does not fit is cut from the end, and said so.</param>
public sealed record ChatSection(string Title, IReadOnlyList<string> Lines);

/// <summary>A link of our own making, never one out of data.</summary>
public sealed record ChatLink(string Text, Uri Address);
