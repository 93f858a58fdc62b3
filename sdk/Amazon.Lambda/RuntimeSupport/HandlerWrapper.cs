using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Adapts a handler method to the form that <see cref="LambdaBootstrap"/> calls.</summary>
public sealed class HandlerWrapper : IDisposable
{
    private HandlerWrapper(LambdaBootstrapHandler handler) => Handler = handler;

    public LambdaBootstrapHandler Handler { get; }

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task<Stream>> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return new(async invocation => new InvocationResponse(await handler(invocation.InputStream, invocation.LambdaContext).ConfigureAwait(false)));
    }

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task<Stream>> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return GetHandlerWrapper((input, _) => handler(input));
    }

    /// <summary>Nothing is held; the official type is disposable, so callers may say <c>using</c>.</summary>
    public void Dispose() { }
}
