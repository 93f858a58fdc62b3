namespace FinOps.Infra.Settings.Rules;

/// <summary>An EventBridge Scheduler expression.</summary>
public sealed class ScheduleExpressionAttribute : SettingRuleAttribute
{
    public override string Allowed => "cron(...) with six fields or rate(...)";

    public override string Example => "cron(0 7 ? * MON *)";

    public override bool Accepts(object value) => value is string text && (Inside(text, "cron(") is { } cron ? cron.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6 : IsRate(text));

    private static bool IsRate(string text) =>
        Inside(text, "rate(")?.Split(' ') is [var count, "minute" or "minutes" or "hour" or "hours" or "day" or "days"] && int.TryParse(count, out var number) && number > 0;

    private static string? Inside(string text, string start) =>
        text.StartsWith(start, StringComparison.Ordinal) && text.EndsWith(')') ? text[start.Length..^1] : null;
}
