using Pulumirpc;

namespace Pulumi;

/// <summary>The engine's side of resources: the real one over gRPC, or mocks.</summary>
internal interface IMonitor
{
    Task<bool> SupportsAsync(string feature);

    Task<RegisterResourceResponse> RegisterAsync(Resource resource, RegisterResourceRequest request);

    Task<ReadResourceResponse> ReadAsync(Resource resource, ReadResourceRequest request);

    Task RegisterOutputsAsync(RegisterResourceOutputsRequest request);

    Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request);

    /// <summary>Says that nothing more will be registered; returns when the engine is done, deletions included.</summary>
    Task SignalAndWaitForShutdownAsync();
}

/// <summary>The engine's side of everything else.</summary>
internal interface IEngine
{
    Task LogAsync(LogRequest request);

    Task RequirePulumiVersionAsync(string range);
}
