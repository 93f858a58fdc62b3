using System.IO.Pipelines;
using Google.Protobuf;

namespace Pulumi.Rpc;

/// <summary>Collects the methods that a server answers.</summary>
public sealed class RpcServiceBuilder
{
    internal delegate Task<IMessage> Handler(PipeReader body, string? encoding, CancellationToken cancellationToken);

    internal Dictionary<string, Handler> Handlers { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Answers <paramref name="method"/> with <paramref name="handle"/>. A thrown <see cref="RpcException"/> becomes its status;
    /// any other exception becomes <see cref="StatusCode.Unknown"/> with the exception's message, and the server lives on.
    /// </summary>
    public RpcServiceBuilder Handle<TRequest, TResponse>(RpcMethod<TRequest, TResponse> method, Func<TRequest, CancellationToken, Task<TResponse>> handle)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new()
    {
        Handlers.Add(method.Path, async (body, encoding, cancellationToken) =>
        {
            var request = await Frame.ReadAsync(body, method.RequestParser, encoding, cancellationToken);
            return await handle(request, cancellationToken);
        });
        return this;
    }
}
