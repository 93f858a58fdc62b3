using FinOps.Cli.Errors;
using FinOps.Core.Problems;
using Spectre.Console;

namespace FinOps.Cli;

/// <summary>What every command needs from outside: where to write, and what time it is.</summary>
/// <param name="Output">Results.</param>
/// <param name="Error">Progress and failures, so that results can be piped.</param>
internal sealed record CliContext(IAnsiConsole Output, IAnsiConsole Error, TimeProvider Time)
{
    /// <summary>Runs a command and turns what it throws into a message with an id and an exit code.</summary>
    public async Task<int> GuardAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (OperationCanceledException)
        {
            Error.WriteLine("Interrupted. What was finished is saved; run the same command again to go on.");
            return ExitCodes.Interrupted;
        }
        catch (Exception e)
        {
            foreach (var line in Failure.Describe(e))
            {
                Error.WriteLine(line);
            }

            return ExitCodes.Failed;
        }
    }

    /// <summary>Writes a whole result: to standard output, where nothing else then stands, or to a file.</summary>
    /// <exception cref="ProblemException">FIN1112: the file cannot be written.</exception>
    public async Task WriteResultAsync(string text, string? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            await Output.Profile.Out.Writer.WriteAsync((text.EndsWith('\n') ? text : text + "\n").AsMemory(), cancellationToken);
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            await File.WriteAllTextAsync(file, text, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException([new Problem("FIN1112", "command line", "--out", $"'{file}', which cannot be written: {e.Message}", "a file in a folder that can be written", "Name another file.")]);
        }

        Error.WriteLine($"written: {Path.GetFullPath(file)}");
    }
}
