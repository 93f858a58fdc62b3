using System.CommandLine;
using FinOps.Cli.Errors;
using FinOps.Cli.Local;
using FinOps.Functions.Members;
using FinOps.Functions.TagFixes;

namespace FinOps.Cli.Run;

/// <summary><c>finops run tag-fixes</c>: looks at the fixes of a file, and applies them once they are approved.</summary>
internal static class TagFixesCommand
{
    // Sent to every role; a role that asks for no external id ignores it.
    private const string DefaultExternalId = "finops-tag-fixes";

    public static Command Create(CliContext context)
    {
        var file = new Option<string>("--file") { Description = "The fixes, as 'finops report tags --fixes FILE' wrote them; rows may be taken out.", Required = true };
        var apply = new Option<bool>("--apply") { Description = "Write the tags. Without it nothing is written." };
        var approve = new Option<string?>("--approve") { Description = "The hash that the dry run printed, so that what is applied is what was read." };
        var role = new Option<string?>("--role") { Description = "A role of yours in the member accounts that may tag (default: resources of your own account only)." };
        var externalId = new Option<string>("--external-id") { Description = "What the trust of that role asks for.", DefaultValueFactory = _ => DefaultExternalId };
        var json = new Option<bool>("--json") { Description = "Write the result as JSON, with every fix." };
        var target = new AwsTarget();
        var command = new Command(TagFixer.CommandName, "Hold fixes of tags against the tags as they are, and apply those that were approved.") { file, apply, approve, role, externalId, json };
        target.AddTo(command);
        command.SetAction((parsed, cancellationToken) => context.GuardAsync(async () =>
        {
            var path = parsed.GetValue(file)!;
            var fixes = FixFile.Load(path);
            if (parsed.GetValue(apply))
                TagFixer.Approve(fixes, parsed.GetValue(approve), path);
            await using var aws = await target.OpenAsync(parsed, context.Time, cancellationToken);
            var run = await MemberTagging.RunAsync(
                fixes, parsed.GetValue(apply), aws.Connection, parsed.GetValue(role) is { } name ? new MemberSettings(name, parsed.GetValue(externalId)!) : null, context.Time, cancellationToken);
            var text = parsed.GetValue(json) ? FixRunText.Json(run) + Environment.NewLine : FixRunText.Text(run, $"finops run {TagFixer.CommandName} --file {path}{(parsed.GetValue(role) is { } entered ? $" --role {entered}" : "")}");
            await context.Output.Profile.Out.Writer.WriteAsync(text.AsMemory(), cancellationToken);
            return run.NeedsHelp ? ExitCodes.Failed : ExitCodes.Done;
        }));
        return command;
    }
}
