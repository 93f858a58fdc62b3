using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace Pulumi.Testing;

/// <summary>An engine that asks mocks instead of providers.</summary>
internal sealed class MockMonitor(IMocks mocks, DeploymentSettings settings) : IMonitor
{
    private readonly Lock _gate = new();
    private readonly List<Resource> _resources = [];
    private readonly ConcurrentDictionary<string, (string Id, Struct State)> _states = new(StringComparer.Ordinal);

    public ImmutableArray<Resource> Resources
    {
        get
        {
            lock (_gate)
            {
                return [.. _resources];
            }
        }
    }

    public Task<bool> SupportsAsync(string feature) => Task.FromResult(feature != Features.OutputValues);

    public async Task<RegisterResourceResponse> RegisterAsync(Resource resource, RegisterResourceRequest request)
    {
        Add(resource);
        var urn = UrnOf(request.Parent, request.Type, request.Name);
        if (request.Type == Stack.RootType)
        {
            return new RegisterResourceResponse { Urn = urn, Object = new Struct() };
        }

        var (id, state) = await mocks.NewResourceAsync(new MockResourceArgs
        {
            Type = request.Type,
            Name = request.Name,
            Inputs = MockValues.Read(request.Object),
            Provider = request.Provider,
            Id = request.ImportId,
        });
        return new RegisterResourceResponse { Urn = urn, Id = id ?? request.ImportId, Object = await KeepAsync(urn, id ?? request.ImportId, state) };
    }

    public async Task<ReadResourceResponse> ReadAsync(Resource resource, ReadResourceRequest request)
    {
        Add(resource);
        var urn = UrnOf(request.Parent, request.Type, request.Name);
        var (id, state) = await mocks.NewResourceAsync(new MockResourceArgs
        {
            Type = request.Type,
            Name = request.Name,
            Inputs = MockValues.Read(request.Properties),
            Provider = request.Provider,
            Id = request.Id,
        });
        return new ReadResourceResponse { Urn = urn, Properties = await KeepAsync(urn, id ?? request.Id, state) };
    }

    public Task RegisterOutputsAsync(RegisterResourceOutputsRequest request) =>
        mocks.RegisterResourceOutputs(new MockRegisterResourceOutputsRequest(
            request.Urn,
            PropertyCodec.FromStruct(request.Outputs).ToImmutableDictionary(item => item.Key, item => new Output<object?>(MockValues.Read(item.Value)))));

    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
    {
        if (request.Tok == "pulumi:pulumi:getResource")
        {
            return LookUp(request.Args.Fields["urn"].StringValue);
        }

        var answer = await mocks.CallAsync(new MockCallArgs { Token = request.Tok, Args = MockValues.Read(request.Args), Provider = request.Provider });
        return new ResourceInvokeResponse { Return = await MockValues.WriteAsync(answer) };
    }

    public Task SignalAndWaitForShutdownAsync() => Task.CompletedTask;

    private ResourceInvokeResponse LookUp(string urn)
    {
        if (!_states.TryGetValue(urn, out var known))
        {
            return new ResourceInvokeResponse { Failures = { new CheckFailure { Reason = $"unknown resource {urn}" } } };
        }

        return new ResourceInvokeResponse
        {
            Return = new Struct { Fields = { ["urn"] = Value.ForString(urn), ["id"] = Value.ForString(known.Id), ["state"] = Value.ForStruct(known.State) } },
        };
    }

    private void Add(Resource resource)
    {
        lock (_gate)
        {
            _resources.Add(resource);
        }
    }

    private async Task<Struct> KeepAsync(string urn, string id, object state)
    {
        var written = await MockValues.WriteAsync(state);
        _states[urn] = (id, written);
        return written;
    }

    /// <summary>Mocks have always named children by the first type of the chain above them, the stack included.</summary>
    private string UrnOf(string parent, string type, string name)
    {
        var prefix = parent.Length == 0 ? "" : parent.Split("::")[2].Split('$')[0] + "$";
        return $"urn:pulumi:{settings.Stack}::{settings.Project}::{prefix}{type}::{name}";
    }
}
