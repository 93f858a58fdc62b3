using System.Net.Http.Headers;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Client;

/// <summary>The four calls of the Lambda Runtime API, version 2018-06-01. Any answer outside 2xx is an exception.</summary>
internal sealed class RuntimeApiClient(HttpClient http, string hostAndPort, TimeProvider time)
{
    private const string TraceVariable = "_X_AMZN_TRACE_ID";
    private readonly string _root = $"http://{hostAndPort}/2018-06-01/runtime/";

    public async Task<InvocationRequest> GetNextInvocationAsync(LambdaEnvironment environment, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri(_root + "invocation/next"), cancellationToken).ConfigureAwait(false);
        await EnsureAcceptedAsync(response, cancellationToken).ConfigureAwait(false);
        // The AWS SDK reads the trace id from here and passes it on with every request.
        Environment.SetEnvironmentVariable(TraceVariable, RuntimeHeaders.Value(response.Headers, RuntimeHeaders.TraceId));
        return new InvocationRequest
        {
            InputStream = new MemoryStream(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false)),
            LambdaContext = new LambdaContext(response.Headers, environment, time),
        };
    }

    public async Task SendResponseAsync(string requestId, Stream output, CancellationToken cancellationToken)
    {
        using var content = new StreamContent(output);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        await PostAsync($"invocation/{requestId}/response", content, null, cancellationToken).ConfigureAwait(false);
    }

    public Task ReportInvocationErrorAsync(string requestId, Exception failure, CancellationToken cancellationToken) =>
        PostErrorAsync($"invocation/{requestId}/error", failure, cancellationToken);

    public Task ReportInitializationErrorAsync(Exception failure, CancellationToken cancellationToken) =>
        PostErrorAsync("init/error", failure, cancellationToken);

    private async Task PostErrorAsync(string path, Exception failure, CancellationToken cancellationToken)
    {
        using var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(LambdaError.From(failure), LambdaErrorJson.Default.LambdaError));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.aws.lambda.error+json");
        await PostAsync(path, body, failure.GetType().Name, cancellationToken).ConfigureAwait(false);
    }

    private async Task PostAsync(string path, HttpContent content, string? errorType, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _root + path) { Content = content };
        if (errorType is not null)
            request.Headers.Add(RuntimeHeaders.ErrorType, errorType);
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        await EnsureAcceptedAsync(response, cancellationToken).ConfigureAwait(false);
    }

    private static async Task EnsureAcceptedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
            return;
        var detail = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        throw new HttpRequestException(
            $"The Lambda Runtime API answered {(int)response.StatusCode} to {response.RequestMessage?.RequestUri?.AbsolutePath}: {detail}",
            inner: null,
            response.StatusCode);
    }
}
