using FinOps.Core.Problems;
using FinOps.Functions.Scheduling;

namespace FinOps.Functions.Tests.Scheduling;

public sealed class SchedulerSettingsTests
{
    [Fact]
    public void NothingSet_LooksOnly()
    {
        var options = SchedulerSettings.FromEnvironment(_ => null);

        Assert.False(options.Apply);
        Assert.Equal(["extended-hours", "office-hours"], options.Book.Named.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["dev", "test", "sandbox"], options.Rules.Environments);
        Assert.Empty(options.Regions);
    }

    [Fact]
    public void EverythingSet_IsRead()
    {
        var options = SchedulerSettings.FromEnvironment(name => name switch
        {
            SchedulerSettings.SchedulesVariable => "nights=daily 20:00-06:00; tokyo=Mon-Fri 09:00-17:00 @ Asia/Tokyo",
            SchedulerSettings.TimeZoneVariable => "Europe/Berlin",
            SchedulerSettings.HolidaysVariable => "12-25, 2026-04-06",
            SchedulerSettings.TagVariable => "Hours",
            SchedulerSettings.ExemptVariable => "arn:aws:*:*:111122223333:*",
            SchedulerSettings.RegionsVariable => "eu-west-1,us-east-1",
            SchedulerSettings.ApplyVariable => "true",
            _ => null,
        });

        Assert.True(options.Apply);
        Assert.Equal(["Europe/Berlin", "Asia/Tokyo"], options.Book.Named.OrderBy(named => named.Key, StringComparer.Ordinal).Select(named => named.Value.Zone.Id));
        Assert.True(options.Book.IsHoliday(new DateOnly(2031, 12, 25)));
        Assert.Equal(("Hours", "HoursOverride"), (options.Rules.ScheduleKey, options.Rules.OverrideKey));
        Assert.Equal(["eu-west-1", "us-east-1"], options.Regions);
    }

    [Fact]
    public void Mistakes_AreToldAllAtOnce()
    {
        var refused = Assert.Throws<ProblemException>(() => SchedulerSettings.FromEnvironment(name => name switch
        {
            SchedulerSettings.SchedulesVariable => "office-hours;late=Mon-Fri 25:00-26:00",
            SchedulerSettings.HolidaysVariable => "Christmas",
            SchedulerSettings.EnvironmentsVariable => "dev,prod",
            SchedulerSettings.ApplyVariable => "yes",
            _ => null,
        }));

        Assert.Equal(["FIN5003", "FIN5003", "FIN5101", "FIN5100", "FIN5102"], refused.Problems.Select(problem => problem.Id));
    }
}
