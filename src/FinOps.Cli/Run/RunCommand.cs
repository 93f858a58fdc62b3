using System.CommandLine;
using FinOps.Cli.Errors;
using FinOps.Cli.Local;
using FinOps.Core.Tagging;
using FinOps.Functions.AllocationTags;
using FinOps.Functions.Aws;

namespace FinOps.Cli.Run;

/// <summary><c>finops run NAME</c>: what a function does on its schedule, done here and now.</summary>
internal static class RunCommand
{
    public static Command Create(CliContext context) => new("run", "Run a function on this machine.")
    {
        TagActivator(context), TagFixesCommand.Create(context), BudgetResponderCommand.Create(context), BudgetActionCommand.Create(context),
        DigestCommand.Create(context), NonprodSchedulerCommand.Create(context),
    };

    private static Command TagActivator(CliContext context)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Look only: say what would be activated." };
        var json = new Option<bool>("--json") { Description = "Write the result as JSON." };
        var keys = new Option<string[]>("--key") { Description = "A further key to activate, for example aws:createdBy; repeatable." };
        var backfill = new Option<string?>("--backfill-months") { Description = "Have AWS fill in this many months before the current one, 0 to 12 (default: no backfill)." };
        var standard = new Option<string>("--standard") { Description = "The tag standard.", DefaultValueFactory = _ => TagStandard.FileName };
        var target = new AwsTarget();
        var command = new Command(Functions.AllocationTags.TagActivator.FunctionName, "Activate the standard's cost allocation tags that the bill knows by now.") { dryRun, json, keys, backfill, standard };
        target.AddTo(command);
        command.SetAction((parsed, cancellationToken) => context.GuardAsync(async () =>
        {
            var options = TagActivatorSettings.Read(
                TagStandard.Load(parsed.GetValue(standard)!), parsed.GetValue(keys) ?? [], parsed.GetValue(backfill), "--backfill-months", "command line") with { DryRun = parsed.GetValue(dryRun) };
            await using var aws = await target.OpenAsync(parsed, context.Time, cancellationToken);
            using var clients = ReportClients.Create(aws.Connection);
            var activation = await Functions.AllocationTags.TagActivator.RunAsync(options, clients, context.Time, deadline: CancellationToken.None, cancellationToken);
            var text = parsed.GetValue(json) ? TagActivationRenderer.Json(activation) + Environment.NewLine : TagActivationRenderer.Text(activation);
            await context.Output.Profile.Out.Writer.WriteAsync(text.AsMemory(), cancellationToken);
            return activation.NeedsHelp ? ExitCodes.Failed : ExitCodes.Done;
        }));
        return command;
    }
}
