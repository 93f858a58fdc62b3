namespace FinOps.Functions.Tests.Scheduling;

/// <summary>One embedded AWS for the tests of a class.</summary>
public sealed class SchedulerFixture : IAsyncLifetime
{
    internal Schedulers Schedulers { get; private set; } = null!;

    public async Task InitializeAsync() => Schedulers = await Schedulers.StartAsync();

    public async Task DisposeAsync() => await Schedulers.DisposeAsync();
}
