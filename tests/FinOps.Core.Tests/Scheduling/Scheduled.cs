using System.Globalization;
using FinOps.Core.Inventory;
using FinOps.Core.Scheduling;
using FinOps.Core.Scheduling.Decisions;
using FinOps.Core.Scheduling.Schedules;

namespace FinOps.Core.Tests.Scheduling;

/// <summary>A book, rules and resources as tests want them.</summary>
internal static class Scheduled
{
    public static readonly ScheduleBook Book = ScheduleBook.Read(
        "test",
        new Dictionary<string, string>
        {
            ["office-hours"] = "Mon-Fri 08:00-18:00",
            ["night-shift"] = "Mon-Fri 20:00-02:00",
            ["early"] = "daily 02:30-03:30",
            ["tokyo"] = "Mon-Fri 09:00-17:00 @ Asia/Tokyo",
            ["around-the-clock"] = "always",
            ["on-demand"] = "never",
        },
        ["2026-04-06", "12-25"],
        "Europe/Berlin");

    public static readonly SwitchRules Rules = SwitchRules.Create("test", "Schedule", ["dev", "test", "sandbox"], ["prod"], ["arn:aws:*:*:999999999999:*"]);

    public static WeekSchedule Schedule(string name) => Book.Named[name];

    /// <param name="text">With its offset: <c>2026-03-06T18:00+01:00</c>.</param>
    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    public static SwitchableResource Resource(RunState state, params (string Key, string Value)[] tags) => Resource(ResourceKind.Instance, state, tags);

    public static SwitchableResource Resource(ResourceKind kind, RunState state, params (string Key, string Value)[] tags) => new(
        new LiveResource("arn:aws:ec2:eu-central-1:111122223333:instance/i-1", "111122223333", "eu-central-1", "ec2:instance", tags.ToDictionary(tag => tag.Key, tag => tag.Value)),
        kind, "i-1", state) { Status = state == RunState.Changing ? "stopping" : "" };

    public static SwitchDecision Decide(SwitchableResource resource, string at, params (string Arn, string At)[] stops) =>
        new SwitchDecider(Book, Rules, stops.ToDictionary(stop => stop.Arn, stop => At(stop.At))).Decide(resource, At(at));
}
