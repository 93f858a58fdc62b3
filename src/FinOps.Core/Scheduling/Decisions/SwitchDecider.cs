using FinOps.Core.Scheduling.Schedules;

namespace FinOps.Core.Scheduling.Decisions;

/// <summary>
/// Whether a resource is to be started, stopped or left alone. It looks at what is, not at what was: asked again after its answer was carried
/// out, it leaves the resource alone. In doubt it leaves it alone too.
/// </summary>
/// <param name="pastStops">When this scheduler stopped what it has not started since, by ARN.</param>
public sealed class SwitchDecider(ScheduleBook book, SwitchRules rules, IReadOnlyDictionary<string, DateTimeOffset> pastStops)
{
    /// <summary>AWS starts a stopped database after this time.</summary>
    public static readonly TimeSpan LongestStop = TimeSpan.FromDays(7);

    public SwitchDecision Decide(SwitchableResource resource, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return Protected(resource) ?? Wanted(resource, now);
    }

    // The order is the order of caution: what must never be touched comes first, whatever else its tags say.
    private SwitchDecision? Protected(SwitchableResource resource)
    {
        var tags = resource.Live.Tags;
        if (tags.Where(tag => tag.Key.Equals(SwitchRules.EnvironmentKey, StringComparison.OrdinalIgnoreCase) && rules.Production.Contains(tag.Value.Trim(), StringComparer.OrdinalIgnoreCase)).Select(tag => tag.Value).FirstOrDefault() is { } production)
        {
            return Leave(resource, DecisionReason.Production, $"its environment is {production}");
        }

        if (!tags.TryGetValue(SwitchRules.EnvironmentKey, out var environment) || !rules.Environments.Contains(environment, StringComparer.Ordinal))
        {
            return Leave(resource, DecisionReason.EnvironmentNotListed, environment is null ? "it has no Environment tag" : $"the environment '{environment}' is not on the list");
        }

        if (!tags.TryGetValue(rules.ScheduleKey, out var schedule))
        {
            return Leave(resource, DecisionReason.NoSchedule, $"it has no {rules.ScheduleKey} tag");
        }

        if (rules.IsExempt(resource.Live.Arn))
        {
            return Leave(resource, DecisionReason.Exempt, "it is exempt by the settings");
        }

        if (ScheduleBook.KeepsAway(schedule))
        {
            return Leave(resource, DecisionReason.Ignored, $"its {rules.ScheduleKey} tag says {schedule}");
        }

        return resource.Fixed is { } why ? Leave(resource, DecisionReason.CannotBeSwitched, why) : null;
    }

    private SwitchDecision Wanted(SwitchableResource resource, DateTimeOffset now)
    {
        var value = resource.Live.Tags[rules.ScheduleKey];
        var (schedule, mistake) = book.Find(value);
        if (schedule is null)
        {
            return Leave(resource, DecisionReason.NotUnderstood, $"{rules.ScheduleKey} '{value}': {mistake}");
        }

        if (resource.Live.Tags.TryGetValue(rules.OverrideKey, out var text))
        {
            if (ScheduleOverride.Read(text, schedule.Zone) is not { } asked)
            {
                return Leave(resource, DecisionReason.NotUnderstood, $"{rules.OverrideKey} '{text}' is not like 'running until 2026-03-06T20:00'");
            }

            if (now < asked.Until)
            {
                return asked.Wanted is { } wanted
                    ? Switch(resource, wanted, DecisionReason.Override, $"{rules.OverrideKey} says '{text}'", asked.Until)
                    : Leave(resource, DecisionReason.Ignored, $"{rules.OverrideKey} says '{text}'") with { Until = asked.Until };
            }
        }

        var open = schedule.IsOpen(now);
        var reason = !open && IsRestarted(resource, now) ? DecisionReason.RestartedByAws : DecisionReason.Schedule;
        var told = reason == DecisionReason.RestartedByAws ? $"AWS started it {LongestStop.Days} days after it was stopped, and {value} is closed" : $"{value} is {(open ? "open" : "closed")}";
        return Switch(resource, open ? RunState.Running : RunState.Stopped, reason, told, schedule.NextChange(now));
    }

    private bool IsRestarted(SwitchableResource resource, DateTimeOffset now) =>
        resource is { Kind: ResourceKind.Database or ResourceKind.Cluster, State: RunState.Running }
        && pastStops.TryGetValue(resource.Live.Arn, out var stopped) && now - stopped >= LongestStop;

    private static SwitchDecision Switch(SwitchableResource resource, RunState wanted, DecisionReason reason, string why, DateTimeOffset? until)
    {
        if (resource.State == RunState.Changing)
        {
            return new SwitchDecision(resource, SwitchAction.Leave, DecisionReason.InTransition, $"it is {resource.Status} and takes no command now; {why}", wanted, until);
        }

        if (resource.State == wanted)
        {
            return new SwitchDecision(resource, SwitchAction.Leave, DecisionReason.AsItShouldBe, why, wanted, until);
        }

        // A group that its owner set to zero is no group that was stopped here.
        if (wanted == RunState.Running && resource is { Kind: ResourceKind.Group, Sizes: null })
        {
            return new SwitchDecision(resource, SwitchAction.Leave, DecisionReason.NothingToRestore, "its size is zero and no tag keeps the sizes to go back to", wanted, until);
        }

        return new SwitchDecision(resource, wanted == RunState.Running ? SwitchAction.Start : SwitchAction.Stop, reason, why, wanted, until);
    }

    private static SwitchDecision Leave(SwitchableResource resource, DecisionReason reason, string why) => new(resource, SwitchAction.Leave, reason, why);
}
