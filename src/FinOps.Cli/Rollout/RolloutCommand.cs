using System.CommandLine;
using System.Globalization;
using FinOps.Cli.Errors;
using FinOps.Cli.Local;
using FinOps.Core.Problems;
using FinOps.Core.Rollout.Evidence;
using FinOps.Core.Rollout.Impact;
using FinOps.Core.Rollout.Waves;
using FinOps.Core.Tagging;
using FinOps.Functions.Organizations;
using Spectre.Console;

namespace FinOps.Cli.Rollout;

/// <summary>
/// <c>finops rollout</c>: what each wave attaches and would deny, and the steps forward and back. A step edits the stack config in place, because
/// that file is what gets reviewed and deployed: the command deploys nothing itself.
/// </summary>
internal static class RolloutCommand
{
    public static Command Create(CliContext context) => new("rollout", "Bring the guardrails to the organization in waves.") { Plan(context), Advance(context), Rollback(context) };

    private static Command Plan(CliContext context)
    {
        var options = new RolloutOptions();
        var days = new Option<int>("--days") { Description = "How many days back calls count.", DefaultValueFactory = _ => 30 };
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 3650)
            {
                result.AddError("--days must be 1 to 3650.");
            }
        });
        var history = new Option<bool>("--event-history") { Description = "Instead of files: the event history of the account and region that --aws reaches (CloudTrail LookupEvents: management events, 90 days)." };
        var format = new Option<string>("--format", "-f") { Description = "text, json or markdown.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "markdown");
        var output = new Option<string?>("--out", "-o") { Description = "Write to this file instead of standard output." };
        var command = new Command("plan", "Show what each wave attaches where and, with --events or --event-history, which calls it would have denied.") { days, history, format, output };
        options.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(history) && options.HasEvents(result))
            {
                result.AddError("Give --events or --event-history, not both.");
            }
        });
        command.SetAction((parsed, cancellationToken) => context.GuardAsync(async () =>
        {
            var (file, standard) = (await options.File(parsed).ReadAsync(cancellationToken), options.Standard(parsed));
            await using var aws = await options.OpenAwsAsync(parsed, context.Time, cancellationToken);
            var plan = await PlanAsync(file, standard, aws, cancellationToken);
            var from = context.Time.GetUtcNow().AddDays(-parsed.GetValue(days));
            var evidence = parsed.GetValue(history)
                ? await EvidenceAsync(plan, take => EventHistoryReader.ReadAsync(aws.Connection, from, take, cancellationToken), _ => from)
                : await EvidenceAsync(plan, options.Events(parsed), _ => from, cancellationToken);
            await context.WriteResultAsync(RolloutFormats.Render(parsed.GetValue(format)!, plan, evidence), parsed.GetValue(output), cancellationToken);
            return ExitCodes.Done;
        }));
        return command;
    }

    private static Command Advance(CliContext context)
    {
        var options = new RolloutOptions();
        var wave = new Argument<string>("wave") { Description = "Name of the wave." };
        var accept = new Option<string?>("--accept") { Description = "Go on although evidence is missing or not whole, for this reason; it is written into the config. Denials over the limit cannot be accepted." };
        var command = new Command("advance", "Take a wave one state further (planned, reportOnly, enforcing) in Pulumi.STACK.yaml. Exit code 1, and nothing is changed, when the evidence does not allow it.") { wave, accept };
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => context.GuardAsync(async () =>
        {
            var (name, reason, today) = (parsed.GetValue(wave)!, parsed.GetValue(accept), Today(context));
            var disk = options.File(parsed);
            var file = await disk.ReadAsync(cancellationToken);
            if (reason is not null && string.IsNullOrWhiteSpace(reason))
            {
                throw new ProblemException([new Problem("FIN1212", "command line", "--accept", "nothing", "a reason that a reviewer understands", "For example --accept \"the canary accounts are new and empty\".")]);
            }

            var state = file.Sequence.Wave(name).State + 1;
            var next = file.Sequence.Advance(name, today, reason is null ? null : string.Create(CultureInfo.InvariantCulture, $"{today:yyyy-MM-dd} {StackFile.Word(state)}: {reason.Trim()}"));
            var standard = options.Standard(parsed);
            await using var aws = await options.OpenAwsAsync(parsed, context.Time, cancellationToken);
            var plan = await PlanAsync(file, standard, aws, cancellationToken);
            var evidence = await EvidenceAsync(plan, options.Events(parsed), each => Since(each), cancellationToken);
            var refusals = RolloutGate.Judge(file.Sequence, name, evidence?.Impact, evidence?.Reading, today, reason);
            if (refusals.Count > 0)
            {
                throw new ProblemException(refusals);
            }

            await SaveAsync(context, disk, file, next, cancellationToken);
            return ExitCodes.Done;
        }));
        return command;
    }

    private static Command Rollback(CliContext context)
    {
        var stack = new StackOptions();
        var wave = new Argument<string>("wave") { Description = "Name of the wave." };
        var to = new Option<string>("--to") { Description = "planned: nothing stays attached. reportOnly: the denials go, the reports stay.", DefaultValueFactory = _ => "planned" };
        to.AcceptOnlyFromAmong("planned", "reportOnly");
        var command = new Command("rollback", "Take a wave, and all waves after it, back in Pulumi.STACK.yaml. Asks for no evidence.") { wave, to };
        stack.AddTo(command);
        command.SetAction((parsed, cancellationToken) => context.GuardAsync(async () =>
        {
            var disk = stack.File(parsed);
            var file = await disk.ReadAsync(cancellationToken);
            var next = file.Sequence.Rollback(parsed.GetValue(wave)!, parsed.GetValue(to) == "planned" ? RolloutState.Planned : RolloutState.ReportOnly, Today(context));
            await SaveAsync(context, disk, file, next, cancellationToken);
            return ExitCodes.Done;
        }));
        return command;
    }

    private static async Task<RolloutPlan> PlanAsync(StackFile file, TagStandard standard, AwsSession aws, CancellationToken cancellationToken) =>
        RolloutPlan.Build(file.Sequence, await RolloutTreeReader.ReadAsync(aws.Connection, cancellationToken), standard, file.Options);

    private static async Task SaveAsync(CliContext context, StackFileOnDisk disk, StackFile file, WaveSequence next, CancellationToken cancellationToken)
    {
        disk.Write(file.Change(next));
        foreach (var (before, after) in file.Sequence.Waves.Zip(next.Waves).Where(pair => pair.First.State != pair.Second.State))
        {
            context.Output.WriteLine($"{after.Name}: {StackFile.Word(before.State)} -> {StackFile.Word(after.State)}");
        }

        context.Error.WriteLine($"{disk.Name} is changed. Review it, then deploy it: nothing is attached or detached before.");
    }

    /// <summary>Null without <c>--events</c>.</summary>
    private static async Task<RolloutEvidence?> EvidenceAsync(RolloutPlan plan, string? events, Func<RolloutWave, DateTimeOffset> from, CancellationToken cancellationToken) =>
        events is null ? null : await EvidenceAsync(plan, take => EventFiles.ReadAsync(events, take, cancellationToken), from);

    private static async Task<RolloutEvidence> EvidenceAsync(RolloutPlan plan, Func<Action<CloudTrailEvent>, Task<EvidenceReading>> read, Func<RolloutWave, DateTimeOffset> from)
    {
        var radius = new BlastRadius(plan, from);
        var reading = await read(radius.Add);
        return new RolloutEvidence(reading, radius.Report());
    }

    /// <summary>A wave that was never begun has no evidence of its own.</summary>
    private static DateTimeOffset Since(RolloutWave wave) => wave.Since is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : DateTimeOffset.MaxValue;

    private static DateOnly Today(CliContext context) => DateOnly.FromDateTime(context.Time.GetUtcNow().UtcDateTime);
}

internal sealed record RolloutEvidence(EvidenceReading Reading, ImpactReport Impact);
