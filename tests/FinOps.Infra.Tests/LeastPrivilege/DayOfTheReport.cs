namespace FinOps.Infra.Tests.LeastPrivilege;

/// <summary>The clock on the day that the reports are asked for: AWS keeps anomalies for ninety days, and none are asked for when they are older.</summary>
internal sealed class DayOfTheReport : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 3, 15, 9, 0, 0, TimeSpan.Zero);
}
