using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Services.Iam;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Scheduler;

/// <summary>Checks a schedule as Scheduler does and completes it with its defaults.</summary>
internal static partial class ScheduleInput
{
    private static readonly string[] Kept = ["Description", "StartDate", "EndDate", "KmsKeyArn"];

    public static JsonObject Read(JsonInput input, StoreSession session, CallContext context)
    {
        var schedule = new JsonObject
        {
            ["GroupName"] = ScheduleStore.CheckName(input.Optional("GroupName") ?? ScheduleStore.DefaultGroup),
            ["State"] = input.OptionalOneOf("State", "ENABLED", "DISABLED") ?? "ENABLED",
            ["ActionAfterCompletion"] = input.OptionalOneOf("ActionAfterCompletion", "NONE", "DELETE") ?? "NONE",
            ["ScheduleExpression"] = Expression(input.Required("ScheduleExpression", 256)),
            ["ScheduleExpressionTimezone"] = TimeZone(input.Optional("ScheduleExpressionTimezone", 50) ?? "UTC"),
            ["FlexibleTimeWindow"] = Window(input.Object("FlexibleTimeWindow")),
            ["Target"] = Target(input.Object("Target"), session, context),
        };
        foreach (var member in Kept)
            if (input.Has(member))
                schedule[member] = input.Body[member]!.DeepClone();
        return schedule;
    }

    private static string Expression(string expression)
    {
        var rate = RatePattern().Match(expression);
        var one = rate.Success && rate.Groups["value"].Value == "1";
        var good = rate.Success
            ? rate.Groups["value"].Value != "0" && one != rate.Groups["unit"].Value.EndsWith('s')
            : CronPattern().IsMatch(expression)
                || (AtPattern().Match(expression) is { Success: true } at && DateTime.TryParse(at.Groups["time"].Value, CultureInfo.InvariantCulture, out _));
        return good ? expression : throw SchedulerErrors.Invalid($"Invalid Schedule Expression {expression}.");
    }

    private static string TimeZone(string name) =>
        name == "UTC" || TimeZoneInfo.TryFindSystemTimeZoneById(name, out _)
            ? name
            : throw SchedulerErrors.Invalid($"Invalid ScheduleExpressionTimezone {name}: this machine knows no such time zone.");

    private static JsonObject Window(JsonInput window)
    {
        var mode = window.OneOf("Mode", "OFF", "FLEXIBLE");
        var minutes = window.OptionalLong("MaximumWindowInMinutes", 1, 1440);
        if (mode == "FLEXIBLE" == minutes is null)
            throw SchedulerErrors.Invalid("MaximumWindowInMinutes must be given when, and only when, the mode of the flexible time window is FLEXIBLE.");
        var read = new JsonObject { ["Mode"] = mode };
        if (minutes is not null)
            read["MaximumWindowInMinutes"] = minutes;
        return read;
    }

    private static JsonObject Target(JsonInput target, StoreSession session, CallContext context)
    {
        var (arn, role) = (target.Required("Arn", 1600), target.Required("RoleArn", 1600));
        if (!arn.StartsWith("arn:", StringComparison.Ordinal))
            throw SchedulerErrors.Invalid($"Provided Arn is not in correct format: {arn}");
        var parts = role.Split(':');
        var found = parts is [_, _, "iam", _, var account, var resource] && account == context.AccountId && resource.StartsWith("role/", StringComparison.Ordinal)
            ? session.Get(RoleStore.Collection(account), RoleStore.Key(resource.Split('/')[^1]))
            : null;
        if (found is null || !TrustPolicy.TrustsService((string)found["AssumeRolePolicyDocument"]!, "scheduler.amazonaws.com"))
            throw SchedulerErrors.Invalid("The execution role you provide must allow AWS EventBridge Scheduler to assume the role.");
        if (target.OptionalObject("RetryPolicy") is { } retry)
        {
            retry.OptionalLong("MaximumEventAgeInSeconds", 60, 86_400);
            retry.OptionalLong("MaximumRetryAttempts", 0, 185);
        }
        var read = (JsonObject)target.Body.DeepClone();
        read["RetryPolicy"] ??= new JsonObject { ["MaximumEventAgeInSeconds"] = 86_400, ["MaximumRetryAttempts"] = 185 };
        return read;
    }

    [GeneratedRegex(@"^rate\((?<value>\d+) (?<unit>minutes?|hours?|days?)\)\z")]
    private static partial Regex RatePattern();

    // minutes hours day-of-month month day-of-week year, of which one of the two days is '?'.
    [GeneratedRegex(@"^cron\([0-9,\-*/]+ [0-9,\-*/]+ (\? [0-9A-Z,\-*/]+ [0-9A-Z,\-*/?L#]+|[0-9,\-*/LW]+ [0-9A-Z,\-*/]+ \?) [0-9,\-*/]+\)\z")]
    private static partial Regex CronPattern();

    [GeneratedRegex(@"^at\((?<time>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\)\z")]
    private static partial Regex AtPattern();
}
