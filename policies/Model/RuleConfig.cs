using System.ComponentModel;

namespace FinOps.Policies.Model;

/// <summary>Configuration that every rule takes.</summary>
public record RuleConfig
{
    /// <summary>The name of <see cref="Promote"/> in a configuration.</summary>
    internal const string PromoteKey = "promote";

    [Description("First day, as year-month-day in UTC, on which the rule is mandatory; until then it advises")]
    [CalendarDay]
    public string? Promote { get; init; }
}
