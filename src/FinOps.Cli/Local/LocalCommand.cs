using System.CommandLine;
using FinOps.Cli.Errors;
using FinOps.LocalAws.Faults;
using Spectre.Console;

namespace FinOps.Cli.Local;

/// <summary><c>finops local</c>: serves the embedded AWS in the foreground.</summary>
internal static class LocalCommand
{
    public static Command Create(CliContext context)
    {
        var port = new Option<int>("--port") { Description = "The loopback port; 0 takes any free one.", DefaultValueFactory = _ => 4566 };
        var faults = new Option<string?>("--faults") { Description = "File of what is to go wrong with calls: errors, delays, rate limits (docs/faults.md)." };
        var folder = CommonOptions.Folder();
        var organization = new OrganizationOptions();
        var command = new Command("local", "Serve the embedded AWS on 127.0.0.1 until Ctrl-C, with what 'finops up' created in it.") { port, faults, folder };
        organization.AddTo(command);
        command.SetAction((parsed, cancellationToken) => context.GuardAsync(async () =>
        {
            var path = parsed.GetValue(folder)!;
            var options = organization.Read(parsed, AwsSession.DataDirectory(path), context.Time);
            var wrong = parsed.GetValue(faults) is { } file ? FaultFile.Load(file) : [];
            await using var session = await AwsSession.StartEmbeddedAsync(path, options, context.Time, parsed.GetValue(port), cancellationToken, wrong);
            await AnnounceAsync(context.Output, session);
            await WaitAsync(cancellationToken);
            return ExitCodes.Done;
        }));
        return command;
    }

    /// <summary>Plain lines, the exports ready to paste: <c>eval "$(finops local ... )"</c> is not possible in the foreground.</summary>
    private static async Task AnnounceAsync(IAnsiConsole output, AwsSession session)
    {
        var organization = session.Embedded!.Organization;
        output.WriteLine($"The embedded AWS listens on {session.Endpoint!.OriginalString}");
        output.WriteLine($"Organization {organization.Id}: {organization.Accounts.Count} accounts, management account {organization.ManagementAccount.Id}. Ctrl-C ends it.");
        output.WriteLine();
        foreach (var (name, value) in await session.VariablesAsync())
        {
            output.WriteLine($"export {name}={value}");
        }
    }

    private static async Task WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is how this command ends.
        }
    }
}
