using System.CommandLine;
using FinOps.Cli.Errors;
using FinOps.Cli.Local;
using FinOps.Functions.Aws;
using FinOps.Functions.Delivery;
using FinOps.Functions.Members;
using FinOps.Functions.Rendering;
using FinOps.Functions.Scheduling;
using FinOps.Functions.Scheduling.Rendering;
using Spectre.Console;

namespace FinOps.Cli.Run;

/// <summary><c>finops run nonprod-scheduler</c>: starts and stops what is not production, by its schedule tag; without --apply it looks only.</summary>
internal static class NonprodSchedulerCommand
{
    /// <summary>Organizations puts it into the accounts that it creates; the embedded AWS has it in all.</summary>
    private const string EmbeddedRole = "OrganizationAccountAccessRole";

    // Each option stands for the variable that the function has in the cloud.
    private static readonly (string Option, string Variable, string Description)[] Settings =
    [
        ("--role", MemberSettings.SchedulerRoleVariable, "The role in member accounts (the stack's output memberSchedulerRole); the embedded AWS needs none."),
        ("--external-id", MemberSettings.ExternalIdVariable, "What the role's trust asks for (the stack's output memberExternalId)."),
        ("--schedules", SchedulerSettings.SchedulesVariable, "Schedules by name, for example \"office-hours=Mon-Fri 08:00-18:00;nights=daily 20:00-06:00 @ UTC\"."),
        ("--time-zone", SchedulerSettings.TimeZoneVariable, "Of schedules that name none (default: UTC)."),
        ("--holidays", SchedulerSettings.HolidaysVariable, "Days with commas between them: 2026-12-25, or 12-25 for every year."),
        ("--schedule-tag", SchedulerSettings.TagVariable, "The key of the tag that names a schedule (default: Schedule)."),
        ("--environments", SchedulerSettings.EnvironmentsVariable, "Environments that may be switched (default: dev,test,sandbox)."),
        ("--production", SchedulerSettings.ProductionVariable, "Environments that are never touched (default: prod)."),
        ("--exempt", SchedulerSettings.ExemptVariable, "ARNs that are never touched, * is any text, with commas between them."),
        ("--regions", SchedulerSettings.RegionsVariable, "Regions with commas between them (default: all that an account may use)."),
    ];

    public static Command Create(CliContext context)
    {
        var apply = new Option<bool>("--apply") { Description = "Start and stop; without it nothing is switched." };
        var format = new Option<string>("--format", "-f") { Description = "html, md, json or csv.", DefaultValueFactory = _ => "md" };
        format.AcceptOnlyFromAmong([.. ReportFormats.All]);
        var output = new Option<string?>("--out", "-o") { Description = "Write to this file instead of standard output." };
        var settings = Settings.Select(setting => (setting.Variable, Option: new Option<string?>(setting.Option) { Description = setting.Description })).ToList();
        var target = new AwsTarget();
        var command = new Command("nonprod-scheduler", "Start and stop what is not production, in all member accounts, by its schedule tag.") { apply, format, output };
        settings.ForEach(setting => command.Add(setting.Option));
        target.AddTo(command);
        command.SetAction((parsed, cancellationToken) => context.GuardAsync(async () =>
        {
            var options = SchedulerSettings.FromEnvironment(Variable) with { Apply = parsed.GetValue(apply) };
            var role = MemberSettings.FromEnvironment(Variable, MemberSettings.SchedulerRoleVariable);
            await using var aws = await target.OpenAsync(parsed, context.Time, cancellationToken);
            role ??= aws.Embedded is null ? null : new MemberSettings(EmbeddedRole, "none");
            using var clients = ReportClients.Create(aws.Connection);
            var (report, _) = await ScheduledRun.RunAsync(options, aws.Connection, role, clients, new DeliveryOptions(null, null, []), context.Time, deadline: CancellationToken.None, cancellationToken);
            await context.WriteResultAsync(await new SchedulerReportRenderer().RenderAsync(report, parsed.GetValue(format)!), parsed.GetValue(output), cancellationToken);
            context.Error.WriteLine(new SchedulerReportRenderer().Subject(report));
            return report.NeedsHelp ? ExitCodes.Failed : ExitCodes.Done;

            string? Variable(string name) =>
                settings.Where(setting => setting.Variable == name).Select(setting => parsed.GetValue(setting.Option)).FirstOrDefault(value => value is not null) ?? Environment.GetEnvironmentVariable(name);
        }));
        return command;
    }
}
