using FinOps.LocalEngine.Programs;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.LocalEngine.Tests.Support;

/// <summary>A program as an SDK would speak for it, over the real sockets of the engine.</summary>
internal sealed class TestProgram(ProgramStart start, EngineAddresses addresses) : IDisposable
{
    private readonly RpcChannel _monitor = new(addresses.Monitor);
    private readonly RpcChannel _engine = new(addresses.Engine);

    public const string Thing = "test:index:Thing";
    public const string Simple = "simple:index:Resource";

    public ProgramStart Start { get; } = start;

    public string StackUrn { get; private set; } = "";

    public RpcChannel Monitor => _monitor;

    public RpcChannel Engine => _engine;

    public async Task BeginAsync() =>
        StackUrn = (await _monitor.CallAsync(RpcMethods.ResourceMonitor.RegisterResource, new RegisterResourceRequest
        {
            Type = "pulumi:pulumi:Stack",
            Name = $"{Start.Project.Name}-{Start.Stack}",
        })).Urn;

    public async Task EndAsync(PropertyMap? outputs)
    {
        await OutputsAsync(StackUrn, outputs ?? PropertyMap.Empty);
        await _monitor.CallAsync(RpcMethods.ResourceMonitor.SignalAndWaitForShutdown, new Empty());
    }

    public Task<Registered> ThingAsync(string name, PropertyMap? inputs = null, Action<RegisterResourceRequest>? options = null) =>
        ResourceAsync(Thing, name, inputs, options);

    public Task<Registered> SimpleAsync(string name, bool value, Action<RegisterResourceRequest>? options = null) =>
        ResourceAsync(Simple, name, PropertyMap.Of(("value", value)), request =>
        {
            request.Version = "2.0.0";
            options?.Invoke(request);
        });

    public Task<Registered> ComponentAsync(string type, string name, Action<RegisterResourceRequest>? options = null) => ResourceAsync(type, name, null, request =>
    {
        request.Custom = false;
        options?.Invoke(request);
    });

    public async Task<Registered> ResourceAsync(string type, string name, PropertyMap? inputs = null, Action<RegisterResourceRequest>? options = null)
    {
        var request = new RegisterResourceRequest
        {
            Type = type,
            Name = name,
            Parent = StackUrn,
            Custom = true,
            Object = PropertyCodec.ToStruct(inputs ?? PropertyMap.Empty),
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsResultReporting = true,
        };
        options?.Invoke(request);
        var response = await _monitor.CallAsync(RpcMethods.ResourceMonitor.RegisterResource, request);
        return new Registered(response.Urn, response.Id, PropertyCodec.FromStruct(response.Object));
    }

    public Task OutputsAsync(string urn, PropertyMap outputs) => _monitor.CallAsync(
        RpcMethods.ResourceMonitor.RegisterResourceOutputs, new RegisterResourceOutputsRequest { Urn = urn, Outputs = PropertyCodec.ToStruct(outputs) });

    public async Task<PropertyMap> InvokeAsync(string token, PropertyMap arguments) => PropertyCodec.FromStruct((await _monitor.CallAsync(
        RpcMethods.ResourceMonitor.Invoke, new ResourceInvokeRequest { Tok = token, Args = PropertyCodec.ToStruct(arguments), AcceptResources = true })).Return);

    public Task LogAsync(LogSeverity severity, string message) => _engine.CallAsync(RpcMethods.Engine.Log, new LogRequest { Severity = severity, Message = message });

    public void Dispose()
    {
        _monitor.Dispose();
        _engine.Dispose();
    }

    internal sealed record Registered(string Urn, string Id, PropertyMap Outputs);
}
