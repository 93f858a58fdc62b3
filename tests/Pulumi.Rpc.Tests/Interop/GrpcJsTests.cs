using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;
using static Pulumi.Rpc.RpcMethods;

namespace Pulumi.Rpc.Tests.Interop;

/// <summary>Against the gRPC implementation that Pulumi's own Node SDK and policy packs use.</summary>
public sealed class GrpcJsTests
{
    [SkippableFact]
    public async Task OurServer_CalledByGrpcJs_IsUnderstood()
    {
        await GrpcJs.RequireAsync();
        await using var server = await RpcServer.StartAsync(services => services
            .Handle(ResourceMonitor.SupportsFeature, (request, _) => Task.FromResult(new SupportsFeatureResponse { HasSupport = request.Id == "secrets" }))
            .Handle(ResourceMonitor.RegisterResource, (_, _) => throw new RpcException(StatusCode.FailedPrecondition, "50% größer: %3A 💸"))
            .Handle(ResourceMonitor.Invoke, (_, _) => throw new InvalidOperationException("crashed"))
            .Handle(ResourceMonitor.ReadResource, async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return new ReadResourceResponse();
            }));

        using var peer = GrpcJs.Start("call", server.Address);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var text = await peer.StandardOutput.ReadToEndAsync(limit.Token);
        var results = JsonNode.Parse(text)!;

        Assert.Equal("0801", (string?)results["plain"]!["head"]);
        Assert.Equal("0801", (string?)results["gzip"]!["head"]);
        Assert.Equal((9, "50% größer: %3A 💸"), ((int)results["failing"]!["code"]!, (string)results["failing"]!["details"]!));
        Assert.Equal((2, "crashed"), ((int)results["crashing"]!["code"]!, (string)results["crashing"]!["details"]!));
        Assert.Equal(12, (int)results["unknown"]!["code"]!);
        Assert.Equal(4, (int)results["slow"]!["code"]!);
    }

    [SkippableFact]
    public async Task OurClient_CallingGrpcJs_IsUnderstood()
    {
        await GrpcJs.RequireAsync();
        using var peer = GrpcJs.Start("serve");
        var port = await peer.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2));
        using var channel = new RpcChannel($"127.0.0.1:{port}");

        Assert.True((await channel.CallAsync(ResourceMonitor.SupportsFeature, new SupportsFeatureRequest { Id = "x" })).HasSupport);
        Assert.True((await channel.CallAsync(ResourceMonitor.Invoke, new ResourceInvokeRequest { Tok = "t" })).Unknown);
        var big = new ResourceInvokeRequest { Args = new Struct { Fields = { ["x"] = Value.ForString(new string('x', 20 * 1024 * 1024)) } } };
        Assert.False((await channel.CallAsync(ResourceMonitor.Invoke, big)).Unknown);
        await AssertFailsAsync(StatusCode.InvalidArgument, "größer als 100% 💸", () => channel.CallAsync(ResourceMonitor.RegisterResource, new RegisterResourceRequest()));
        await AssertFailsAsync(StatusCode.Unimplemented, null, () => channel.CallAsync(Engine.Log, new LogRequest()));
        await AssertFailsAsync(StatusCode.DeadlineExceeded, null, () => channel.CallAsync(ResourceMonitor.ReadResource, new ReadResourceRequest(), TimeSpan.FromMilliseconds(200)));

        peer.StandardInput.Close();
        await peer.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
    }

    private static async Task AssertFailsAsync(StatusCode status, string? message, Func<Task> call)
    {
        var e = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal((status, message ?? e.Message), (e.Status, e.Message));
    }
}
