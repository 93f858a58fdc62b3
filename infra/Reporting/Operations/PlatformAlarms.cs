using System.Globalization;
using FinOps.Infra.Reporting.Functions;

namespace FinOps.Infra.Reporting.Operations;

/// <summary>Which alarms the platform has.</summary>
internal static class PlatformAlarms
{
    public static IReadOnlyList<Alarm> Of(ReportingPlatformArgs args, IEnumerable<FunctionDeclaration> functions) =>
    [
        .. functions.SelectMany(function => OfFunction(function, args.Settings)),
        new(
            "finops-dead-letters",
            $"Runs failed for good: their messages stay in the queue {DeadLetters.Name(args.StackName)} for fourteen days. Read them, mend the cause, run the functions again and purge the queue.",
            ("AWS/SQS", "ApproximateNumberOfMessagesVisible"), ("QueueName", DeadLetters.Name(args.StackName)), "Maximum", 1),
        new(
            "finops-lost-runs",
            $"Scheduler could neither start a function of the group {ReportingPlatform.GroupName} nor leave a message in the queue of failed runs. Check the policies of the schedules' roles.",
            ("AWS/Scheduler", "InvocationsFailedToBeSentToDeadLetterCount"), ("ScheduleGroup", ReportingPlatform.GroupName), "Sum", 1),
    ];

    private static IEnumerable<Alarm> OfFunction(FunctionDeclaration function, ReportingSettings settings)
    {
        var name = function.FunctionName;
        yield return Of("errors", "Errors", $"{name} failed. Lambda tries again; the log group /aws/lambda/{name} says why.");
        yield return Of("throttles", "Throttles", $"{name} was throttled: the account's concurrent executions are used up, or its own are limited.");
        var timeout = function.TimeoutSeconds ?? settings.TimeoutSeconds;
        var slow = timeout * settings.Operations.SlowPercent / 100m;
        yield return Of("duration", "Duration", string.Create(CultureInfo.InvariantCulture, $"A run of {name} took {slow:0.##} s or more; after {timeout} s Lambda stops it. Raise timeoutSeconds or memoryMb."), "Maximum", (double)(slow * 1_000));
        if (function.Schedule is { } schedule && RunWatch.Of(schedule, RunWatch.Late(settings.Retry)) is { } watch)
        {
            yield return Of("not-run", "Invocations", string.Create(CultureInfo.InvariantCulture, $"{name} has not run for {watch.Hours} hours, though its schedule is {schedule}. See whether the schedule is enabled and its role may invoke the function."))
                with { Watch = watch };
        }

        Alarm Of(string suffix, string metric, string description, string statistic = "Sum", double threshold = 1) =>
            new($"{name}-{suffix}", description, ("AWS/Lambda", metric), ("FunctionName", name), statistic, threshold);
    }
}
