using Google.Protobuf.WellKnownTypes;
using Pulumi.Policy.Hosting;
using Pulumi.Rpc;

namespace Pulumi.Policy.Tests.Hosting;

/// <summary>When nobody is connected any more, on real connections and a clock that the test moves.</summary>
public sealed class IdleWatchTests
{
    private static readonly TimeSpan HangGuard = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task ConnectionReopenedWithinTheGrace_LivesOn_UntilThatOneCloses()
    {
        await using var server = await RpcServer.StartAsync(services => services.Handle(RpcMethods.Analyzer.Cancel, (_, _) => Task.FromResult(new Empty())));
        var (clock, ended) = (new GraceClock(), 0);
        using var watch = new IdleWatch(server, new PolicyPackHostOptions { TimeProvider = clock }, () => ended++);
        var first = await ConnectAsync(server);
        await CloseAsync(server, first);
        Assert.Equal(new PolicyPackHostOptions().IdleGrace, clock.Due);

        var second = await ConnectAsync(server);
        clock.Pass();
        Assert.Equal(0, ended);

        await CloseAsync(server, second);
        clock.Pass();
        Assert.Equal(1, ended);
    }

    [Fact]
    public async Task NobodyEverConnects_EndsAfterTheFirstGrace()
    {
        await using var server = await RpcServer.StartAsync(_ => { });
        var (clock, ended) = (new GraceClock(), 0);
        using var watch = new IdleWatch(server, new PolicyPackHostOptions { TimeProvider = clock }, () => ended++);

        Assert.Equal(new PolicyPackHostOptions().FirstConnectionGrace, clock.Due);
        clock.Pass();

        Assert.Equal(1, ended);
    }

    private static async Task<RpcChannel> ConnectAsync(RpcServer server)
    {
        var channel = new RpcChannel(server.Address);
        await channel.CallAsync(RpcMethods.Analyzer.Cancel, new Empty());
        return channel;
    }

    private static async Task CloseAsync(RpcServer server, RpcChannel channel)
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.LastConnectionClosed += closed.SetResult;
        channel.Dispose();
        await closed.Task.WaitAsync(HangGuard);
        server.LastConnectionClosed -= closed.SetResult;
    }

    /// <summary>Knows one timer, and when it is due.</summary>
    private sealed class GraceClock : TimeProvider
    {
        private Action? _callback;

        public TimeSpan Due { get; private set; }

        public void Pass() => _callback!();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (_callback, Due) = (() => callback(state), dueTime);
            return new Timer(this);
        }

        private sealed class Timer(GraceClock clock) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                clock.Due = dueTime;
                return true;
            }

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
