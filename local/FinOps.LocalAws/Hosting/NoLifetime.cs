using Microsoft.Extensions.Hosting;

namespace FinOps.LocalAws.Hosting;

/// <summary>The default lifetime would take Ctrl-C and SIGTERM away from the program that owns the server.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
