using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace Pulumi.Tests;

/// <summary>Plays the resource monitor and the engine on one socket, and writes down what it was asked.</summary>
internal sealed class FakeEngine : IAsyncDisposable
{
    private RpcServer _server = null!;

    public ConcurrentQueue<RegisterResourceRequest> Registered { get; } = [];

    public ConcurrentQueue<ReadResourceRequest> Read { get; } = [];

    public ConcurrentQueue<ResourceInvokeRequest> Invoked { get; } = [];

    public ConcurrentQueue<LogRequest> Logs { get; } = [];

    public ConcurrentDictionary<string, PropertyMap> Outputs { get; } = [];

    public int Shutdowns { get; private set; }

    public bool IsDryRun { get; init; }

    /// <summary>Overrides the answer for single resources; null leaves the default: the inputs as outputs.</summary>
    public Func<RegisterResourceRequest, RegisterResourceResponse?> OnRegister { get; init; } = _ => null;

    public Func<ResourceInvokeRequest, ResourceInvokeResponse> OnInvoke { get; init; } = _ => new ResourceInvokeResponse { Return = new Struct() };

    public Func<LogRequest, Task> OnLog { get; init; } = _ => Task.CompletedTask;

    /// <summary>Answers to SupportsFeature; everything else is supported.</summary>
    public IReadOnlySet<string> Unsupported { get; init; } = new HashSet<string>();

    public string Address => _server.Address;

    public async Task<FakeEngine> StartAsync()
    {
        _server = await RpcServer.StartAsync(services => services
            .Handle(RpcMethods.ResourceMonitor.SupportsFeature, (request, _) => Task.FromResult(new SupportsFeatureResponse { HasSupport = !Unsupported.Contains(request.Id) }))
            .Handle(RpcMethods.ResourceMonitor.RegisterResource, (request, _) => Task.FromResult(Register(request)))
            .Handle(RpcMethods.ResourceMonitor.ReadResource, (request, _) => Task.FromResult(ReadOne(request)))
            .Handle(RpcMethods.ResourceMonitor.RegisterResourceOutputs, (request, _) =>
            {
                Outputs[request.Urn] = PropertyCodec.FromStruct(request.Outputs);
                return Task.FromResult(new Empty());
            })
            .Handle(RpcMethods.ResourceMonitor.Invoke, (request, _) =>
            {
                Invoked.Enqueue(request);
                return Task.FromResult(OnInvoke(request));
            })
            .Handle(RpcMethods.ResourceMonitor.SignalAndWaitForShutdown, (_, _) =>
            {
                Shutdowns++;
                return Task.FromResult(new Empty());
            })
            .Handle(RpcMethods.Engine.Log, async (request, _) =>
            {
                await OnLog(request);
                Logs.Enqueue(request);
                return new Empty();
            }));
        return this;
    }

    /// <summary>Runs a program of this process against this engine.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(Func<Task> program, DeploymentConfig? config = null)
    {
        var settings = new DeploymentSettings("org", "proj", "dev", "/", IsDryRun, config ?? new DeploymentConfig([], []));
        using var monitor = new RpcMonitor(Address);
        using var engine = new RpcEngine(Address);
        return await Pulumi.Deployment.RunAsync(new DeploymentContext(settings, monitor, engine), program);
    }

    public Task<int> RunAsync(Action program) => RunAsync(() =>
    {
        _ = new Stack();
        program();
        return Task.CompletedTask;
    });

    public RegisterResourceRequest Single(string name) => Registered.Single(request => request.Name == name);

    public PropertyMap Inputs(string name) => PropertyCodec.FromStruct(Single(name).Object);

    public static string UrnOf(RegisterResourceRequest request) => Urn.Make(request.Name, request.Type, request.Parent, "proj", "dev");

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private RegisterResourceResponse Register(RegisterResourceRequest request)
    {
        Registered.Enqueue(request);
        return OnRegister(request) ?? new RegisterResourceResponse
        {
            Urn = UrnOf(request),
            Id = request.Custom && !IsDryRun ? $"{request.Name}-id" : "",
            Object = request.Object,
        };
    }

    private ReadResourceResponse ReadOne(ReadResourceRequest request)
    {
        Read.Enqueue(request);
        return new ReadResourceResponse { Urn = Urn.Make(request.Name, request.Type, request.Parent, "proj", "dev"), Properties = request.Properties };
    }
}
