using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;
using static Pulumi.Rpc.RpcMethods;

namespace Pulumi.Rpc.Tests.Transport;

public sealed class DeadlineTests
{
    [Fact]
    public async Task Deadline_HandlerTooSlow_ClientGetsDeadlineExceeded_HandlerIsCancelled()
    {
        var cancelled = new TaskCompletionSource();
        await using var server = await StuckAsync(cancelled);
        using var channel = new RpcChannel(server.Address);
        var watch = Stopwatch.StartNew();

        var e = await Assert.ThrowsAsync<RpcException>(() => channel.CallAsync(Engine.Log, new LogRequest(), TimeSpan.FromMilliseconds(100)));
        Assert.Equal(StatusCode.DeadlineExceeded, e.Status);
        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(5));
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Cancel_ByTheCaller_ThrowsCancelled_HandlerIsCancelled()
    {
        var cancelled = new TaskCompletionSource();
        await using var server = await StuckAsync(cancelled);
        using var channel = new RpcChannel(server.Address);
        using var caller = new CancellationTokenSource();

        var call = channel.CallAsync(Engine.Log, new LogRequest(), deadline: null, caller.Token);
        await Task.Delay(50);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Deadline_LongEnough_DoesNotDisturb()
    {
        await using var server = await RpcServer.StartAsync(services => services.Handle(Engine.Log, (_, _) => Task.FromResult(new Empty())));
        using var channel = new RpcChannel(server.Address);

        Assert.Equal(new Empty(), await channel.CallAsync(Engine.Log, new LogRequest(), TimeSpan.FromHours(100)));
    }

    [Fact]
    public async Task ServerStops_WhileACallIsOpen_ClientGetsAnRpcException()
    {
        var server = await StuckAsync(new TaskCompletionSource());
        using var channel = new RpcChannel(server.Address);
        var call = channel.CallAsync(Engine.Log, new LogRequest());
        await Task.Delay(50);
        await server.DisposeAsync();

        await Assert.ThrowsAsync<RpcException>(() => call.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    private static Task<RpcServer> StuckAsync(TaskCompletionSource cancelled) => RpcServer.StartAsync(services => services.Handle(Engine.Log, async (_, token) =>
    {
        try
        {
            await Task.Delay(Timeout.Infinite, token);
        }
        finally
        {
            cancelled.TrySetResult();
        }

        return new Empty();
    }));
}
