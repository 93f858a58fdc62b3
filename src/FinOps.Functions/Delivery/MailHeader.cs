namespace FinOps.Functions.Delivery;

/// <summary>Text as the value of a mail header: a line end in it would begin a header of the writer's choice.</summary>
internal static class MailHeader
{
    private const int Longest = 200;

    public static string Value(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
        return line.Length <= Longest ? line : line[..Longest];
    }
}
