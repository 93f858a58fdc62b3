using FinOps.Core.Problems;
using FinOps.Core.Scheduling.Schedules;

namespace FinOps.Core.Tests.Scheduling;

public sealed class WeekScheduleTests
{
    [Theory]
    [InlineData("office-hours", "2026-03-06T07:59:59+01:00", false)]
    [InlineData("office-hours", "2026-03-06T08:00+01:00", true)]
    [InlineData("office-hours", "2026-03-06T17:59:59+01:00", true)]
    [InlineData("office-hours", "2026-03-06T18:00+01:00", false)]
    [InlineData("office-hours", "2026-03-07T12:00+01:00", false)]
    // In summer the same clock time is an hour earlier in UTC.
    [InlineData("office-hours", "2026-07-01T06:00Z", true)]
    [InlineData("office-hours", "2026-07-01T16:00Z", false)]
    // Friday's shift goes on into Saturday; Sunday has none.
    [InlineData("night-shift", "2026-03-07T01:59+01:00", true)]
    [InlineData("night-shift", "2026-03-07T02:00+01:00", false)]
    [InlineData("night-shift", "2026-03-02T01:00+01:00", false)]
    // The Monday is a holiday; the shift that began on the Sunday before one is not cut, and there is none here.
    [InlineData("office-hours", "2026-04-06T12:00+02:00", false)]
    [InlineData("office-hours", "2027-12-25T12:00+01:00", false)]
    [InlineData("around-the-clock", "2026-12-25T12:00+01:00", true)]
    [InlineData("on-demand", "2026-03-06T12:00+01:00", false)]
    [InlineData("tokyo", "2026-03-06T00:00Z", true)]
    [InlineData("tokyo", "2026-03-06T08:00Z", false)]
    // 02:30 is skipped on this day and counts as 03:30, when the period ends: that day has none.
    [InlineData("early", "2026-03-29T00:59Z", false)]
    [InlineData("early", "2026-03-29T01:15Z", false)]
    [InlineData("early", "2026-03-28T01:45Z", true)]
    // 02:30 comes twice on this day: it begins at the first.
    [InlineData("early", "2026-10-25T00:29Z", false)]
    [InlineData("early", "2026-10-25T00:30Z", true)]
    [InlineData("early", "2026-10-25T01:15Z", true)]
    [InlineData("early", "2026-10-25T02:29Z", true)]
    [InlineData("early", "2026-10-25T02:30Z", false)]
    public void IsOpen_ByTheClocksOfItsZone(string schedule, string at, bool open) => Assert.Equal(open, Scheduled.Schedule(schedule).IsOpen(Scheduled.At(at)));

    [Theory]
    [InlineData("office-hours", "2026-03-06T12:00+01:00", "2026-03-06T18:00+01:00")]
    [InlineData("office-hours", "2026-03-06T18:00+01:00", "2026-03-09T08:00+01:00")]
    // Over Good Friday's week end and the holiday, and over the change of the clocks before.
    [InlineData("office-hours", "2026-04-03T18:00+02:00", "2026-04-07T08:00+02:00")]
    [InlineData("office-hours", "2026-03-27T18:00+01:00", "2026-03-30T08:00+02:00")]
    [InlineData("night-shift", "2026-03-06T23:00+01:00", "2026-03-07T02:00+01:00")]
    [InlineData("around-the-clock", "2026-03-06T12:00+01:00", null)]
    [InlineData("on-demand", "2026-03-06T12:00+01:00", null)]
    public void NextChange_IsTheInstantOfIt(string schedule, string at, string? change) =>
        Assert.Equal(change is null ? null : Scheduled.At(change), Scheduled.Schedule(schedule).NextChange(Scheduled.At(at)));

    /// <summary>Quarter hours of a year over both changes of the clocks: it changes where NextChange says, and nowhere else.</summary>
    [Theory]
    [InlineData("office-hours")]
    [InlineData("night-shift")]
    [InlineData("early")]
    [InlineData("tokyo")]
    public void NextChange_IsWhereIsOpenChanges(string name)
    {
        var schedule = Scheduled.Schedule(name);
        var (at, end) = (Scheduled.At("2026-01-01T00:00Z"), Scheduled.At("2027-01-01T00:00Z"));
        while (at < end)
        {
            var (open, change) = (schedule.IsOpen(at), schedule.NextChange(at)!.Value);
            Assert.True(change > at);
            for (var step = at; step < change; step += TimeSpan.FromMinutes(15))
                Assert.Equal(open, schedule.IsOpen(step));
            Assert.NotEqual(open, schedule.IsOpen(change));
            at = change;
        }
    }

    [Theory]
    [InlineData("Mon-Thu 20:00-02:00 + Sat 09:00-13:00 @ America/New_York")]
    [InlineData("Fri-Mon 08:00-18:00")]
    [InlineData("daily 06:00-24:00")]
    [InlineData("always")]
    [InlineData("never @ Asia/Tokyo")]
    public void Text_ThatIsASchedule_IsRead(string text) => Assert.NotNull(ScheduleBook.Read("test", new Dictionary<string, string> { ["own"] = text }, [], "UTC").Named["own"]);

    [Theory]
    [InlineData("")]
    [InlineData("mon-fri 08:00-18:00")]
    [InlineData("Mon-Fri 8:00-18:00")]
    [InlineData("Mon-Fri 08:00-08:00")]
    [InlineData("Mon-Fri 24:00-08:00")]
    [InlineData("Mon-Fri 08:00-25:00")]
    [InlineData("Mon-Fri 08:60-09:00")]
    [InlineData("Mon-Wed-Fri 08:00-18:00")]
    [InlineData("Mon-Fri 08:00-18:00 @ Mars/Olympus")]
    [InlineData("Mon-Fri 08:00-18:00 @ UTC @ UTC")]
    [InlineData("Mon-Fri 08:00-18:00 +")]
    [InlineData("Mon-Fri 08:00-18:00\r\nBcc: x")]
    [InlineData("Mon 00:00-01:00 + Mon 00:00-01:00 + Mon 00:00-01:00 + Mon 00:00-01:00 + Mon 00:00-01:00 + Mon 00:00-01:00 + Mon 00:00-01:00 + Mon 00:00-01:00 + Mon 00:00-01:00 + Mon 00:00-01:00 + Mon 00:00-01:00")]
    public void Text_ThatIsNone_IsRefused(string text)
    {
        var refused = Assert.Throws<ProblemException>(() => ScheduleBook.Read("test", new Dictionary<string, string> { ["own"] = text }, [], "UTC"));

        Assert.Equal(("FIN5100", "schedules.own"), (refused.Problems[0].Id, refused.Problems[0].Path));
    }

    [Fact]
    public void Mistakes_AreToldAllAtOnce()
    {
        var refused = Assert.Throws<ProblemException>(() => ScheduleBook.Read(
            "test", new Dictionary<string, string> { ["Office"] = "always", ["b-b"] = "soon", ["ignore"] = "never" }, ["2026-02-30", "25.12."], "Mars/Olympus"));

        Assert.Equal(
            ["timeZone", "holidays[0]", "holidays[1]", "schedules.Office", "schedules.b-b", "schedules.ignore"],
            refused.Problems.Select(problem => problem.Path));
        Assert.Equal(["FIN5100", "FIN5101"], refused.Problems.Select(problem => problem.Id).Distinct().Order());
    }
}
