using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

public class LambdaBootstrapBuilder
{
    private readonly HandlerWrapper _handler;
    private LambdaBootstrapInitializer? _initializer;

    private LambdaBootstrapBuilder(HandlerWrapper handler) => _handler = handler;

    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        new(HandlerWrapper.GetHandlerWrapper(handler));

    public static LambdaBootstrapBuilder Create(Func<Stream, Task<Stream>> handler) =>
        new(HandlerWrapper.GetHandlerWrapper(handler));

    public LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer bootstrapInitializer)
    {
        _initializer = bootstrapInitializer;
        return this;
    }

    public LambdaBootstrap Build() => new(_handler, _initializer);
}
