using Amazon.Lambda.RuntimeSupport.Client;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// The loop of a Lambda custom runtime: ask for the next event, handle it, post the response or the error, and again.
/// An error of the handler is posted as a failed invocation and the loop goes on; an error of the initialiser, or of the
/// Runtime API itself, ends the process, and the platform starts a fresh one.
/// </summary>
public sealed class LambdaBootstrap : IDisposable
{
    private readonly LambdaBootstrapHandler _handler;
    private readonly LambdaBootstrapInitializer? _initializer;
    private readonly LambdaEnvironment _environment;
    private readonly HttpClient _httpClient;
    private readonly TimeProvider _time;

    public LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapInitializer? initializer = null)
        : this((handlerWrapper ?? throw new ArgumentNullException(nameof(handlerWrapper))).Handler, initializer) { }

    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer? initializer = null)
        : this(handler, initializer, new LambdaEnvironment(Environment.GetEnvironmentVariable), TimeProvider.System) { }

    internal LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer? initializer, LambdaEnvironment environment, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _handler = handler;
        _initializer = initializer;
        _environment = environment;
        _time = time;
        // The next-event call waits until there is an event, and the sandbox may be frozen for hours meanwhile.
        _httpClient = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var api = new RuntimeApiClient(_httpClient, _environment.RuntimeApi, _time);
        if (!await InitializeAsync(api, cancellationToken).ConfigureAwait(false))
            return;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await InvokeOnceAsync(api, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    public void Dispose() => _httpClient.Dispose();

    private async Task<bool> InitializeAsync(RuntimeApiClient api, CancellationToken cancellationToken)
    {
        if (_initializer is null)
            return true;
        try
        {
            return await _initializer().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            await api.ReportInitializationErrorAsync(failure, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    private async Task InvokeOnceAsync(RuntimeApiClient api, CancellationToken cancellationToken)
    {
        using var invocation = await api.GetNextInvocationAsync(_environment, cancellationToken).ConfigureAwait(false);
        var requestId = invocation.LambdaContext.AwsRequestId;
        InvocationResponse response;
        try
        {
            response = await _handler(invocation).ConfigureAwait(false);
        }
        // Whatever the handler throws is the outcome of this one invocation, not of the process.
#pragma warning disable CA1031
        catch (Exception failure)
#pragma warning restore CA1031
        {
            invocation.LambdaContext.Logger.LogLine(failure.ToString());
            await api.ReportInvocationErrorAsync(requestId, failure, cancellationToken).ConfigureAwait(false);
            return;
        }
        try
        {
            await api.SendResponseAsync(requestId, response.OutputStream, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (response.DisposeOutputStream)
                await response.OutputStream.DisposeAsync().ConfigureAwait(false);
        }
    }
}
