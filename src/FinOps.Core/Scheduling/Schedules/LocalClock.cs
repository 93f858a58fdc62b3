namespace FinOps.Core.Scheduling.Schedules;

internal static class LocalClock
{
    /// <summary>When the clocks of the zone show that time. A time that they skip is as much later as they move.</summary>
    /// <param name="first">Which of the two instants, where the clocks show the same time twice.</param>
    public static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone, bool first)
    {
        // The offset of the day before leads over the gap to the other side of it.
        var offset = zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddDays(-1))
            : zone.IsAmbiguousTime(local) ? first ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetAmbiguousTimeOffsets(local).Min()
            : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
