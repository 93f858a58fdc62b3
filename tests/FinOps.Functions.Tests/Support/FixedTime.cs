namespace FinOps.Functions.Tests.Support;

/// <summary>A clock that stands still unless it is set.</summary>
internal sealed class FixedTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(Bills.AsOf, new TimeOnly(9, 0), TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
