using Microsoft.AspNetCore.Connections;

namespace Pulumi.Rpc;

/// <summary>Kestrel connection middleware that knows how many connections are open.</summary>
internal sealed class ConnectionCounter
{
    private int _open;

    public event Action? LastClosed;

    public int Open => Volatile.Read(ref _open);

    public ConnectionDelegate Middleware(ConnectionDelegate next) => async connection =>
    {
        Interlocked.Increment(ref _open);
        try
        {
            await next(connection);
        }
        finally
        {
            if (Interlocked.Decrement(ref _open) == 0)
            {
                LastClosed?.Invoke();
            }
        }
    };
}
