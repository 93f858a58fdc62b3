using Google.Protobuf.WellKnownTypes;
using Pulumi.Rpc;
using Pulumirpc;

namespace Pulumi;

internal sealed class RpcMonitor(string address) : IMonitor, IDisposable
{
    private readonly RpcChannel _channel = new(address);

    public async Task<bool> SupportsAsync(string feature)
    {
        try
        {
            return (await _channel.CallAsync(RpcMethods.ResourceMonitor.SupportsFeature, new SupportsFeatureRequest { Id = feature })).HasSupport;
        }
        catch (RpcException e) when (e.Status == StatusCode.Unimplemented)
        {
            // An engine that cannot be asked is older than every feature.
            return false;
        }
    }

    public Task<RegisterResourceResponse> RegisterAsync(Resource resource, RegisterResourceRequest request) =>
        _channel.CallAsync(RpcMethods.ResourceMonitor.RegisterResource, request);

    public Task<ReadResourceResponse> ReadAsync(Resource resource, ReadResourceRequest request) =>
        _channel.CallAsync(RpcMethods.ResourceMonitor.ReadResource, request);

    public async Task RegisterOutputsAsync(RegisterResourceOutputsRequest request) =>
        await _channel.CallAsync(RpcMethods.ResourceMonitor.RegisterResourceOutputs, request);

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request) =>
        _channel.CallAsync(RpcMethods.ResourceMonitor.Invoke, request);

    public async Task SignalAndWaitForShutdownAsync()
    {
        try
        {
            await _channel.CallAsync(RpcMethods.ResourceMonitor.SignalAndWaitForShutdown, new Empty());
        }
        catch (RpcException e) when (e.Status is StatusCode.Unimplemented or StatusCode.Unavailable)
        {
            // Older engines wait for the process to exit instead; a monitor that is gone has nothing left to do.
        }
    }

    public void Dispose() => _channel.Dispose();
}

internal sealed class RpcEngine(string address) : IEngine, IDisposable
{
    private readonly RpcChannel _channel = new(address);

    public async Task LogAsync(LogRequest request) => await _channel.CallAsync(RpcMethods.Engine.Log, request);

    public async Task RequirePulumiVersionAsync(string range) =>
        await _channel.CallAsync(RpcMethods.Engine.RequirePulumiVersion, new RequirePulumiVersionRequest { PulumiVersionRange = range });

    public void Dispose() => _channel.Dispose();
}
