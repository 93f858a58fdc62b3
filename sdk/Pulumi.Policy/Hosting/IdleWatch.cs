using Pulumi.Rpc;

namespace Pulumi.Policy.Hosting;

/// <summary>Ends the process when nobody is connected any more. Standard input tells nothing: engines start packs with /dev/null.</summary>
internal sealed class IdleWatch : IDisposable
{
    private readonly RpcServer _server;
    private readonly PolicyPackHostOptions _options;
    private readonly ITimer _timer;

    public IdleWatch(RpcServer server, PolicyPackHostOptions options, Action end)
    {
        (_server, _options) = (server, options);
        _timer = options.TimeProvider.CreateTimer(
            _ =>
            {
                if (server.OpenConnections == 0)
                {
                    end();
                }
            },
            null, options.FirstConnectionGrace, Timeout.InfiniteTimeSpan);
        server.LastConnectionClosed += Restart;
    }

    public void Dispose()
    {
        _server.LastConnectionClosed -= Restart;
        _timer.Dispose();
    }

    private void Restart() => _timer.Change(_options.IdleGrace, Timeout.InfiniteTimeSpan);
}
