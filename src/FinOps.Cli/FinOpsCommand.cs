using System.CommandLine;
using System.Runtime.InteropServices;
using FinOps.Cli.Completion;
using FinOps.Cli.Errors;
using FinOps.Cli.Deploy;
using FinOps.Cli.Exporter;
using FinOps.Cli.Local;
using FinOps.Cli.Optimization;
using FinOps.Cli.Policy;
using FinOps.Cli.Report;
using FinOps.Cli.Rollout;
using FinOps.Cli.Run;
using Spectre.Console;

namespace FinOps.Cli;

/// <summary>The root of the command line.</summary>
internal static class FinOpsCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var context = new CliContext(Terminal(Console.Out), Terminal(Console.Error), TimeProvider.System);
        var parsed = Create(context).Parse(args);
        if (parsed.Errors.Count == 0)
        {
            return await InvokeAsync(parsed);
        }

        await parsed.InvokeAsync();
        return ExitCodes.CommandLine;
    }

    /// <summary>Ctrl-C and SIGTERM ask the command to stop and give it the time it needs to leave nothing half-done; a second one ends it at once.</summary>
    private static async Task<int> InvokeAsync(ParseResult parsed)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token);

        void OnSignal(PosixSignalContext signal)
        {
            signal.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }
    }

    public static RootCommand Create(CliContext context)
    {
        var root = new RootCommand("FinOps for an AWS Organization: deploy, check, report.");
        foreach (var command in DeployCommands.Create(context))
        {
            root.Add(command);
        }

        root.Add(PolicyCommand.Create(context));
        root.Add(ReportCommand.Create(context));
        root.Add(ExporterCommand.Create(context));
        root.Add(RolloutCommand.Create(context));
        root.Add(RunCommand.Create(context));
        root.Add(OptimizationDecisionCommand.Create(context));
        root.Add(LocalCommand.Create(context));
        root.Add(CompletionCommand.Create(context));
        return root;
    }

    private static IAnsiConsole Terminal(TextWriter writer)
    {
        var target = new AnsiConsoleOutput(writer);
        var plain = !target.IsTerminal || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = target,
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        if (!target.IsTerminal)
        {
            // Lines that go into a file or a pipe are not cut at eighty characters.
            console.Profile.Width = 10_000;
        }

        return console;
    }
}
