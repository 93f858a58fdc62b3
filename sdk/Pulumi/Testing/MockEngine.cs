using Pulumirpc;

namespace Pulumi.Testing;

/// <summary>Takes every message; the logger keeps the errors.</summary>
internal sealed class MockEngine : IEngine
{
    public Task LogAsync(LogRequest request) => Task.CompletedTask;

    public Task RequirePulumiVersionAsync(string range) => Task.CompletedTask;
}
