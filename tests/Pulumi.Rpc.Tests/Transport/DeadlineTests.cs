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
        var handler = new StuckHandler();
        await using var server = await handler.ServeAsync();
        using var channel = new RpcChannel(server.Address);
        var watch = Stopwatch.StartNew();

        // Long enough for the call to reach the handler on a busy machine: one that never arrives is never cancelled either.
        var e = await Assert.ThrowsAsync<RpcException>(() => channel.CallAsync(Engine.Log, new LogRequest(), TimeSpan.FromSeconds(2)));
        Assert.Equal(StatusCode.DeadlineExceeded, e.Status);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(1), Patience);
        await handler.Entered.WaitAsync(Patience);
        await handler.Cancelled.WaitAsync(Patience);
    }

    [Fact]
    public async Task Cancel_ByTheCaller_ThrowsCancelled_HandlerIsCancelled()
    {
        var handler = new StuckHandler();
        await using var server = await handler.ServeAsync();
        using var channel = new RpcChannel(server.Address);
        using var caller = new CancellationTokenSource();

        var call = channel.CallAsync(Engine.Log, new LogRequest(), deadline: null, caller.Token);
        await handler.Entered.WaitAsync(Patience);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await handler.Cancelled.WaitAsync(Patience);
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
        var handler = new StuckHandler();
        var server = await handler.ServeAsync();
        using var channel = new RpcChannel(server.Address);
        var call = channel.CallAsync(Engine.Log, new LogRequest());
        await handler.Entered.WaitAsync(Patience);
        await server.DisposeAsync();

        await Assert.ThrowsAsync<RpcException>(() => call.WaitAsync(Patience));
    }

    // A hang is a failure; a slow machine is not.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private sealed class StuckHandler
    {
        private readonly TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Entered => entered.Task;

        public Task Cancelled => cancelled.Task;

        public Task<RpcServer> ServeAsync() => RpcServer.StartAsync(services => services.Handle(Engine.Log, async (_, token) =>
        {
            entered.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            finally
            {
                cancelled.SetResult();
            }

            return new Empty();
        }));
    }
}
