namespace FinOps.Functions.Chat;

/// <summary>How much of a message is shown.</summary>
/// <param name="Line">Characters of one line, fact or name.</param>
/// <param name="Lines">Lines of one section.</param>
/// <param name="Verbatim">Characters of a text that is shown as it came.</param>
internal sealed record ChatLimits(int Line, int Lines, int Verbatim)
{
    public const int Facts = 10;
    public const int Sections = 6;
    public const int Links = 5;
    public const int Title = 150;
    public const int Summary = 1_000;

    /// <summary>From what reads best to what fits everywhere.</summary>
    public static IReadOnlyList<ChatLimits> Steps { get; } = [new(300, 10, 2_500), new(150, 8, 1_200), new(80, 5, 600), new(40, 3, 200)];

    /// <summary>The lines that are shown, and in words how many are not.</summary>
    public IEnumerable<string> Shown(IReadOnlyList<string> lines) =>
        lines.Take(Lines).Select(line => ChatText.Line(line, Line)).Concat(lines.Count > Lines ? [$"and {lines.Count - Lines} more"] : []);
}
