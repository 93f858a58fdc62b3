using Google.Protobuf;

namespace Pulumi.Rpc;

/// <summary>One unary method: its path on the wire and how to read what comes in and goes out.</summary>
public sealed class RpcMethod<TRequest, TResponse>
    where TRequest : IMessage<TRequest>, new()
    where TResponse : IMessage<TResponse>, new()
{
    public RpcMethod(string service, string name)
    {
        Path = $"/pulumirpc.{service}/{name}";
        RequestParser = new MessageParser<TRequest>(static () => new TRequest());
        ResponseParser = new MessageParser<TResponse>(static () => new TResponse());
    }

    /// <summary>For example <c>/pulumirpc.ResourceMonitor/RegisterResource</c>.</summary>
    public string Path { get; }

    internal MessageParser<TRequest> RequestParser { get; }

    internal MessageParser<TResponse> ResponseParser { get; }
}
