using Pulumi.Policy;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Model;

/// <summary>The day from which a rule stops deployments. Announced in each violation until then, so that nobody is surprised by it.</summary>
internal sealed record Promotion(DateOnly Day)
{
    /// <returns>Null when the rule keeps the level that it is configured with.</returns>
    public static Promotion? Of(PropertyMap config) =>
        (config.Find(RuleConfig.PromoteKey)?.Plain() as StringValue)?.Value is { } text && CalendarDayAttribute.TryParse(text, out var day) ? new Promotion(day) : null;

    public EnforcementLevel LevelOn(DateOnly today) => today < Day ? EnforcementLevel.Advisory : EnforcementLevel.Mandatory;

    public string NoteOn(DateOnly today) => (Day.DayNumber - today.DayNumber) switch
    {
        <= 0 => $"Mandatory since {Day:yyyy-MM-dd}.",
        1 => $"Becomes mandatory on {Day:yyyy-MM-dd}, tomorrow.",
        var days => $"Becomes mandatory on {Day:yyyy-MM-dd}, in {days} days.",
    };
}
