namespace Pulumi.Rpc;

/// <summary>A call that ended with a status other than OK; thrown by <see cref="RpcChannel"/>, and by handlers to answer with that status.</summary>
public sealed class RpcException(StatusCode status, string message, Exception? inner = null) : Exception(message, inner)
{
    public StatusCode Status { get; } = status;
}
