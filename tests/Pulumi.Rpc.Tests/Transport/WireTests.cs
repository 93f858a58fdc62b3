using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Pulumirpc;
using static Pulumi.Rpc.RpcMethods;

namespace Pulumi.Rpc.Tests.Transport;

/// <summary>What other peers may send, byte by byte.</summary>
public sealed class WireTests
{
    private static readonly byte[] _hasSupport = [0x08, 0x01];

    [Fact]
    public async Task Client_StatusInHeaders_IsRead() => await AssertStatusAsync(StatusCode.InvalidArgument, "bad name ü", context =>
    {
        context.Response.Headers["grpc-status"] = "3";
        context.Response.Headers["grpc-message"] = "bad name %C3%BC";
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Client_StatusInTrailersAfterABody_IsRead() => await AssertStatusAsync(StatusCode.Aborted, "half way", async context =>
    {
        await context.Response.Body.WriteAsync(Framed(_hasSupport));
        context.Response.AppendTrailer("grpc-status", "10");
        context.Response.AppendTrailer("grpc-message", "half way");
    });

    [Fact]
    public async Task Client_NoStatusAtAll_IsInternal() => await AssertStatusAsync(
        StatusCode.Internal, null, async context => await context.Response.Body.WriteAsync(Framed(_hasSupport)));

    [Fact]
    public async Task Client_StatusThatIsNoNumber_IsUnknown() => await AssertStatusAsync(StatusCode.Unknown, null, context =>
    {
        context.Response.Headers["grpc-status"] = "oops";
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Client_HttpError_IsUnknown() => await AssertStatusAsync(StatusCode.Unknown, null, context =>
    {
        context.Response.StatusCode = 503;
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Client_MessageCutShort_IsInternal() => await AssertStatusAsync(StatusCode.Internal, null, async context =>
    {
        await context.Response.Body.WriteAsync(Framed(_hasSupport).AsMemory(0, 6));
        context.Response.AppendTrailer("grpc-status", "0");
    });

    [Fact]
    public async Task Client_BytesThatAreNoProtobuf_IsInternal() => await AssertStatusAsync(StatusCode.Internal, null, async context =>
    {
        await context.Response.Body.WriteAsync(Framed([0xFF, 0xFF]));
        context.Response.AppendTrailer("grpc-status", "0");
    });

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Client_CompressedAnswer_IsInflated(string encoding)
    {
        await using var server = await RawServer.StartAsync(async context =>
        {
            context.Response.Headers["grpc-encoding"] = encoding;
            await context.Response.Body.WriteAsync(Framed(Compress(_hasSupport, encoding), compressed: true));
            context.Response.AppendTrailer("grpc-status", "0");
        });
        using var channel = new RpcChannel(server.Address);

        Assert.True((await channel.CallAsync(ResourceMonitor.SupportsFeature, new SupportsFeatureRequest())).HasSupport);
    }

    [Fact]
    public async Task Client_SendsWhatGrpcAsksFor()
    {
        HeaderDictionary seen = [];
        var path = "";
        await using var server = await RawServer.StartAsync(async context =>
        {
            foreach (var header in context.Request.Headers)
            {
                seen[header.Key] = header.Value;
            }

            path = context.Request.Path;
            await context.Response.Body.WriteAsync(Framed([]));
            context.Response.AppendTrailer("grpc-status", "0");
        });
        using var channel = new RpcChannel(server.Address);
        await channel.CallAsync(ResourceMonitor.SupportsFeature, new SupportsFeatureRequest(), TimeSpan.FromSeconds(5));

        Assert.Equal("/pulumirpc.ResourceMonitor/SupportsFeature", path);
        Assert.Equal(("application/grpc", "trailers", "5000m"), (seen["content-type"].ToString(), seen["te"].ToString(), seen["grpc-timeout"].ToString()));
        Assert.False(seen["user-agent"].ToString().StartsWith("grpc-node-js/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("gzip", true, "0")]
    [InlineData("deflate", true, "0")]
    [InlineData("identity", false, "0")]
    [InlineData("snappy", true, "12")]
    public async Task Server_CompressedRequest_IsInflatedOrRefused(string encoding, bool compressed, string expected)
    {
        await using var server = await EchoFeatureAsync();
        var request = new SupportsFeatureRequest { Id = "secrets" }.ToByteArray();
        var (status, _) = await PostAsync(server, Framed(compressed && encoding != "snappy" ? Compress(request, encoding) : request, compressed), encoding);

        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task Server_RequestCutShort_IsInternal_AndTheServerLivesOn()
    {
        await using var server = await EchoFeatureAsync();

        Assert.Equal("13", (await PostAsync(server, [0, 0, 0])).Status);
        Assert.Equal("13", (await PostAsync(server, [0, 0, 0, 0, 9, 1])).Status);
        Assert.Equal("13", (await PostAsync(server, Framed([0xFF]))).Status);
        Assert.Equal("0", (await PostAsync(server, Framed(new SupportsFeatureRequest { Id = "secrets" }.ToByteArray()))).Status);
    }

    [Fact]
    public async Task Server_LengthOverTheLimit_IsResourceExhaustedWithoutReading()
    {
        await using var server = await EchoFeatureAsync();

        Assert.Equal("8", (await PostAsync(server, [0, 0xFF, 0xFF, 0xFF, 0xFF])).Status);
    }

    [Fact]
    public async Task Server_Answer_HasNoEncodingAndItsStatusInTrailers()
    {
        await using var server = await EchoFeatureAsync();
        var (status, body) = await PostAsync(server, Framed(new SupportsFeatureRequest { Id = "secrets" }.ToByteArray()));

        Assert.Equal("0", status);
        Assert.Equal(Framed(_hasSupport), body);
    }

    private static Task<RpcServer> EchoFeatureAsync() => RpcServer.StartAsync(services => services.Handle(
        ResourceMonitor.SupportsFeature, (request, _) => Task.FromResult(new SupportsFeatureResponse { HasSupport = request.Id == "secrets" })));

    private static async Task AssertStatusAsync(StatusCode status, string? message, Func<HttpContext, Task> answer)
    {
        await using var server = await RawServer.StartAsync(answer);
        using var channel = new RpcChannel(server.Address);

        var e = await Assert.ThrowsAsync<RpcException>(() => channel.CallAsync(ResourceMonitor.SupportsFeature, new SupportsFeatureRequest()));
        Assert.Equal(status, e.Status);
        Assert.Equal(message ?? e.Message, e.Message);
    }

    private static async Task<(string Status, byte[] Body)> PostAsync(RpcServer server, byte[] body, string? encoding = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{server.Address}{ResourceMonitor.SupportsFeature.Path}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
        };
        if (encoding is not null)
        {
            request.Headers.Add("grpc-encoding", encoding);
        }

        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadAsByteArrayAsync();
        var inTrailers = response.TrailingHeaders.TryGetValues("grpc-status", out var status);
        return ((inTrailers ? status! : response.Headers.GetValues("grpc-status")).Single(), answer);
    }

    private static byte[] Framed(byte[] payload, bool compressed = false)
    {
        var frame = new byte[5 + payload.Length];
        frame[0] = compressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), payload.Length);
        payload.CopyTo(frame, 5);
        return frame;
    }

    private static byte[] Compress(byte[] payload, string encoding)
    {
        var buffer = new MemoryStream();
        using (Stream stream = encoding == "gzip" ? new GZipStream(buffer, CompressionLevel.Fastest) : new ZLibStream(buffer, CompressionLevel.Fastest))
        {
            stream.Write(payload);
        }

        return buffer.ToArray();
    }
}
