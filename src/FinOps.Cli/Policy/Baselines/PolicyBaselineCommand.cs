using System.CommandLine;
using FinOps.Cli.Errors;
using FinOps.Core.Baselines;
using FinOps.Core.Problems;
using Spectre.Console;

namespace FinOps.Cli.Policy.Baselines;

/// <summary><c>finops policy baseline</c>: records the violations that there are, after which the list only gets shorter.</summary>
internal static class PolicyBaselineCommand
{
    public static Command Create(CliContext context)
    {
        var options = new PolicyCheckOptions();
        var output = new Option<string?>("--out", "-o") { Description = $"The baseline (default: the one that the pack reads, {Baseline.FileName} beside its tag standard)." };
        var check = new Option<bool>("--check") { Description = "Change nothing; fail when there are new mandatory violations or entries whose violations are fixed." };
        var prune = new Option<bool>("--prune") { Description = "Remove the entries whose violations are fixed." };
        var accept = new Option<bool>("--accept-new") { Description = "Take in new violations although there is a baseline; needs --reason." };
        var reason = new Option<string?>("--reason") { Description = "Why the baseline grows; stands in each entry that is taken in." };
        var json = new Option<bool>("--json") { Description = "Write what changed to standard output as JSON." };
        var command = new Command("baseline", "Record the mandatory violations that there are, so that only new ones stop; once recorded, the list can only shrink. Exit code 0: nothing stops that the baseline does not have; 1: something does, or the check could not be made.")
        {
            output, check, prune, accept, reason, json,
        };
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => context.GuardAsync(async () =>
        {
            var intent = new BaselineIntent(parsed.GetValue(check), parsed.GetValue(prune), parsed.GetValue(accept), parsed.GetValue(reason));
            intent.Verify();
            var report = await new PolicyCheck(context, options, parsed).RunAsync(cancellationToken);
            var folder = options.Listing(parsed) is null ? options.Program(parsed) : ".";
            var file = parsed.GetValue(output) ?? BaselineFile.Locate(options.Packs.Read(parsed), folder, Environment.GetEnvironmentVariable);
            var update = BaselineUpdate.Of(file, File.Exists(file) ? Baseline.Load(file) : null, report, intent, DateOnly.FromDateTime(context.Time.GetUtcNow().UtcDateTime));
            if (update.Writes)
            {
                BaselineFile.Write(file, update.After);
            }

            if (parsed.GetValue(json))
            {
                await context.WriteResultAsync(BaselineWords.ToJson(update), null, cancellationToken);
            }

            foreach (var line in BaselineWords.Lines(update))
            {
                context.Error.WriteLine(line);
            }

            return update.Problems.Count == 0 ? ExitCodes.Done : throw new ProblemException(update.Problems);
        }));
        return command;
    }
}
