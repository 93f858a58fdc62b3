using System.CommandLine;
using FinOps.Cli.Errors;
using FinOps.Cli.Policy.Formats;
using Spectre.Console;

namespace FinOps.Cli.Policy;

/// <summary><c>finops policy check</c>: the findings of a pack, in the format that a reader or a CI system wants.</summary>
internal static class PolicyCheckCommand
{
    public static Command Create(CliContext context)
    {
        var options = new PolicyCheckOptions();
        var format = new Option<string>("--format", "-f") { Description = $"{string.Join(", ", PolicyFormats.Names)}.", DefaultValueFactory = _ => PolicyFormats.Default };
        format.AcceptOnlyFromAmong([.. PolicyFormats.Names]);
        var output = new Option<string?>("--out", "-o") { Description = "Write to this file instead of standard output." };
        var docs = new Option<string?>("--docs-url") { Description = "Where the repository of the pack can be read, for links to the rules' pages: https://HOST/OWNER/REPOSITORY/blob/main (default: what GitHub Actions, GitLab CI or Jenkins say)." };
        var command = new Command("check", "Show what the policy pack says. Exit code 0: no mandatory violation; 1: at least one, or the check could not be made.") { format, output, docs };
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => context.GuardAsync(async () =>
        {
            var links = RuleLinks.Create(parsed.GetValue(docs), Environment.GetEnvironmentVariable);
            var report = await new PolicyCheck(context, options, parsed).RunAsync(cancellationToken);
            await context.WriteResultAsync(PolicyFormats.Render(parsed.GetValue(format)!, report, links), parsed.GetValue(output), cancellationToken);
            context.Error.WriteLine(PolicyWords.Sum(report));
            return report.Passed ? ExitCodes.Done : ExitCodes.Failed;
        }));
        return command;
    }
}
