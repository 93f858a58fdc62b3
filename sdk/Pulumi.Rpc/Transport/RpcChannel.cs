using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace Pulumi.Rpc;

/// <summary>A client of one gRPC server over plaintext HTTP/2 (h2c). Safe for concurrent calls.</summary>
public sealed class RpcChannel : IDisposable
{
    private static readonly MediaTypeHeaderValue _grpc = new("application/grpc");

    private readonly HttpClient _http;

    /// <param name="address"><c>host:port</c>, as engines and packs announce themselves.</param>
    public RpcChannel(string address)
    {
        Address = address;
        _http = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            EnableMultipleHttp2Connections = true,
            InitialHttp2StreamWindowSize = 4 * 1024 * 1024,
        })
        {
            BaseAddress = new Uri($"http://{address}"),
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public string Address { get; }

    /// <exception cref="RpcException">The server answered with a status other than OK, was not reachable (Unavailable), or the deadline passed (DeadlineExceeded).</exception>
    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        RpcMethod<TRequest, TResponse> method, TRequest request, TimeSpan? deadline = null, CancellationToken cancellationToken = default)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (deadline is { } span)
        {
            limit.CancelAfter(span);
        }

        try
        {
            using var message = CreateRequest(method.Path, request, deadline);
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return await ReadAsync(response, method, limit.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RpcException(StatusCode.DeadlineExceeded, $"{method.Path} on {Address} did not answer within {deadline}", e);
        }
        catch (HttpRequestException e)
        {
            throw new RpcException(StatusCode.Unavailable, $"{method.Path} on {Address}: {e.Message}", e);
        }
        catch (IOException e)
        {
            throw new RpcException(StatusCode.Unavailable, $"{method.Path} on {Address}: the connection ended: {e.Message}", e);
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage CreateRequest(string path, IMessage request, TimeSpan? deadline)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(Frame.Write(request)) { Headers = { ContentType = _grpc } },
        };
        message.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        if (deadline is { } span)
        {
            message.Headers.Add("grpc-timeout", StatusText.EncodeTimeout(span));
        }

        return message;
    }

    private static async Task<TResponse> ReadAsync<TRequest, TResponse>(HttpResponseMessage response, RpcMethod<TRequest, TResponse> method, CancellationToken cancellationToken)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new()
    {
        // An error before any body stands in the headers ("trailers-only"); after a body, in the trailers.
        ThrowUnlessOk(response.Headers, method.Path, required: false);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new RpcException(StatusCode.Unknown, $"{method.Path}: HTTP status {(int)response.StatusCode} instead of a gRPC answer");
        }

        var encoding = response.Headers.TryGetValues("grpc-encoding", out var values) ? values.FirstOrDefault() : null;
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var reader = PipeReader.Create(body);
        try
        {
            return await ReadAsync(reader, response, method, encoding, cancellationToken);
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    /// <summary>The trailers are there when the body has been read to its end; only then is it known whether the message counts.</summary>
    private static async Task<TResponse> ReadAsync<TRequest, TResponse>(
        PipeReader body, HttpResponseMessage response, RpcMethod<TRequest, TResponse> method, string? encoding, CancellationToken cancellationToken)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new()
    {
        ReadResult read;
        while (!(read = await body.ReadAsync(cancellationToken)).IsCompleted)
        {
            Frame.Length(read.Buffer);
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        ThrowUnlessOk(response.TrailingHeaders, method.Path, required: true);
        return Frame.Read(read.Buffer, method.ResponseParser, encoding);
    }

    private static void ThrowUnlessOk(HttpResponseHeaders headers, string path, bool required)
    {
        if (!headers.TryGetValues("grpc-status", out var values))
        {
            if (required)
            {
                throw new RpcException(StatusCode.Internal, $"{path}: the answer ended without a grpc-status");
            }

            return;
        }

        var status = int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? (StatusCode)code : StatusCode.Unknown;
        if (status != StatusCode.Ok)
        {
            var text = headers.TryGetValues("grpc-message", out var messages) ? StatusText.Decode(messages.First()) : status.ToString();
            throw new RpcException(status, text);
        }
    }
}
