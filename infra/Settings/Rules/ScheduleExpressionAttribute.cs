using FinOps.Infra.Schedules;

namespace FinOps.Infra.Settings.Rules;

/// <summary>An EventBridge Scheduler expression.</summary>
public sealed class ScheduleExpressionAttribute : SettingRuleAttribute
{
    public override string Allowed => "cron(...) with six fields or rate(...)";

    public override string Example => "cron(0 7 ? * MON *)";

    public override bool Accepts(object value) => value is string text && ScheduleExpression.Parse(text) is not null;
}
