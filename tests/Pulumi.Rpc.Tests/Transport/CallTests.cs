using Google.Protobuf.WellKnownTypes;
using Pulumirpc;
using static Pulumi.Rpc.RpcMethods;

namespace Pulumi.Rpc.Tests.Transport;

public sealed class CallTests
{
    private static readonly RpcMethod<LogRequest, LogRequest> _echo = new("Tests", "Echo");

    [Fact]
    public async Task Call_EmptyMessage_ComesBackEmpty()
    {
        await using var server = await RpcServer.StartAsync(services => services.Handle(ResourceMonitor.SignalAndWaitForShutdown, (_, _) => Task.FromResult(new Empty())));
        using var channel = new RpcChannel(server.Address);

        Assert.Equal(new Empty(), await channel.CallAsync(ResourceMonitor.SignalAndWaitForShutdown, new Empty()));
    }

    [Fact]
    public async Task Call_TwentyMegabytes_BothWaysUnharmed()
    {
        await using var server = await EchoAsync();
        using var channel = new RpcChannel(server.Address);
        var text = new string('x', 20 * 1024 * 1024);

        Assert.Equal(text, (await channel.CallAsync(_echo, new LogRequest { Message = text })).Message);
    }

    [Fact]
    public async Task Call_DeepNesting_IsNotCutOffAtAHundredLevels()
    {
        await using var server = await RpcServer.StartAsync(services => services.Handle(
            ResourceMonitor.Invoke, (request, _) => Task.FromResult(new ResourceInvokeResponse { Return = request.Args })));
        using var channel = new RpcChannel(server.Address);
        var nested = new Struct();
        for (var level = 0; level < 200; level++)
        {
            nested = new Struct { Fields = { ["in"] = Value.ForStruct(nested) } };
        }

        Assert.Equal(nested, (await channel.CallAsync(ResourceMonitor.Invoke, new ResourceInvokeRequest { Args = nested })).Return);
    }

    [Fact]
    public async Task Call_ManyAtOnce_EachGetsItsOwnAnswer()
    {
        await using var server = await EchoAsync();
        using var channel = new RpcChannel(server.Address);

        var answers = await Task.WhenAll(Enumerable.Range(0, 2_000).Select(i => channel.CallAsync(_echo, new LogRequest { StreamId = i })));
        Assert.Equal(Enumerable.Range(0, 2_000), answers.Select(answer => answer.StreamId));
    }

    [Fact]
    public async Task Call_UnknownMethod_IsUnimplemented()
    {
        await using var server = await EchoAsync();
        using var channel = new RpcChannel(server.Address);

        var e = await Assert.ThrowsAsync<RpcException>(() => channel.CallAsync(Engine.GetRootResource, new GetRootResourceRequest()));
        Assert.Equal(StatusCode.Unimplemented, e.Status);
        Assert.Contains("/pulumirpc.Engine/GetRootResource", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("100% größer – 価格 💸\nsecond line\r\ttab")]
    [InlineData("already%20encoded")]
    public async Task Call_HandlerThrows_IsUnknownWithTheMessage_AndTheServerLivesOn(string message)
    {
        await using var server = await RpcServer.StartAsync(services => services.Handle(
            Engine.Log, (request, _) => request.Message.Length > 0 ? throw new InvalidOperationException(request.Message) : Task.FromResult(new Empty())));
        using var channel = new RpcChannel(server.Address);

        var e = await Assert.ThrowsAsync<RpcException>(() => channel.CallAsync(Engine.Log, new LogRequest { Message = message }));
        Assert.Equal((StatusCode.Unknown, message), (e.Status, e.Message));
        Assert.Equal(new Empty(), await channel.CallAsync(Engine.Log, new LogRequest()));
    }

    [Fact]
    public async Task Call_HandlerThrowsAStatus_IsThatStatus()
    {
        await using var server = await RpcServer.StartAsync(services => services.Handle(
            Engine.Log, (_, _) => throw new RpcException(StatusCode.FailedPrecondition, "not yet")));
        using var channel = new RpcChannel(server.Address);

        var e = await Assert.ThrowsAsync<RpcException>(() => channel.CallAsync(Engine.Log, new LogRequest()));
        Assert.Equal((StatusCode.FailedPrecondition, "not yet"), (e.Status, e.Message));
    }

    [Fact]
    public async Task Call_NobodyListens_IsUnavailable()
    {
        string address;
        await using (var server = await EchoAsync())
        {
            address = server.Address;
        }

        using var channel = new RpcChannel(address);
        Assert.Equal(StatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(() => channel.CallAsync(Engine.Log, new LogRequest()))).Status);
    }

    [Fact]
    public async Task LastConnectionClosed_WhenTheClientLeaves_IsRaised()
    {
        await using var server = await EchoAsync();
        var closed = new TaskCompletionSource();
        server.LastConnectionClosed += closed.SetResult;
        using (var channel = new RpcChannel(server.Address))
        {
            await channel.CallAsync(_echo, new LogRequest());
            Assert.Equal(1, server.OpenConnections);
        }

        await closed.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(0, server.OpenConnections);
    }

    private static Task<RpcServer> EchoAsync() => RpcServer.StartAsync(services => services.Handle(_echo, (request, _) => Task.FromResult(request)));
}
