using FinOps.Cli.Errors;
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
}
