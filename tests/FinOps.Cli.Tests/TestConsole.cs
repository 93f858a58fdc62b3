using Spectre.Console;

namespace FinOps.Cli.Tests;

internal static class TestConsole
{
    /// <summary>Plain text, and so wide that no line of it wraps.</summary>
    public static IAnsiConsole Of(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = 10_000;
        return console;
    }
}
