using System.Globalization;
using System.IO.Pipelines;
using Google.Protobuf;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Pulumi.Rpc;

/// <summary>Answers each HTTP request as one gRPC call, on what Kestrel knows of it.</summary>
internal sealed class RpcApplication(Dictionary<string, RpcServiceBuilder.Handler> handlers) : IHttpApplication<IFeatureCollection>
{
    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public void DisposeContext(IFeatureCollection context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        var request = context.GetRequiredFeature<IHttpRequestFeature>();
        var response = new Response(context);
        if (!handlers.TryGetValue(request.Path, out var handler))
        {
            response.Fail(StatusCode.Unimplemented, $"unknown method {request.Path}");
            return;
        }

        var aborted = context.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted;
        // The deadline and the client's reset of the stream arrive separately, so the server keeps its own timer.
        var timeout = StatusText.DecodeTimeout(request.Headers["grpc-timeout"]);
        using var limit = timeout is null ? null : CancellationTokenSource.CreateLinkedTokenSource(aborted);
        limit?.CancelAfter(timeout!.Value);
        var cancellation = limit?.Token ?? aborted;
        try
        {
            var body = context.GetRequiredFeature<IRequestBodyPipeFeature>().Reader;
            await response.WriteAsync(await handler(body, request.Headers["grpc-encoding"], cancellation), cancellation);
        }
        catch (Exception) when (aborted.IsCancellationRequested)
        {
            // The caller is gone; there is nobody to answer.
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            response.Fail(StatusCode.DeadlineExceeded, "the deadline passed");
        }
        catch (RpcException e)
        {
            response.Fail(e.Status, e.Message);
        }
        catch (Exception e)
        {
            response.Fail(StatusCode.Unknown, e.Message);
        }
    }

    private readonly struct Response(IFeatureCollection context)
    {
        private readonly IHttpResponseFeature _head = Begin(context);

        private PipeWriter Body => context.GetRequiredFeature<IHttpResponseBodyFeature>().Writer;

        private IHeaderDictionary Trailers => context.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers;

        public async ValueTask WriteAsync(IMessage answer, CancellationToken cancellationToken)
        {
            // Before the body, so that the end of the stream can leave together with it.
            Trailers["grpc-status"] = "0";
            Frame.Write(Body, answer);
            await Body.FlushAsync(cancellationToken);
        }

        public void Fail(StatusCode status, string message)
        {
            // An error before any body stands in the headers, which then end the stream.
            var place = _head.HasStarted ? Trailers : _head.Headers;
            if (!_head.HasStarted)
            {
                Trailers.Clear();
            }

            place["grpc-status"] = ((int)status).ToString(CultureInfo.InvariantCulture);
            place["grpc-message"] = StatusText.Encode(message);
        }

        private static IHttpResponseFeature Begin(IFeatureCollection context)
        {
            var head = context.GetRequiredFeature<IHttpResponseFeature>();
            head.Headers.ContentType = "application/grpc";
            return head;
        }
    }
}
