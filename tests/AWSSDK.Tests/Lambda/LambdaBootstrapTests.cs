using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace AWSSDK.Tests.Lambda;

public sealed class LambdaBootstrapTests
{
    [Fact]
    public async Task RunAsync_TwoEvents_PostsEachResponse()
    {
        using var stop = new CancellationTokenSource();
        await using var api = await FakeRuntimeApi.StartAsync(stop, "\"a\"", "\"b\"");

        await RunAsync(api, async (input, context) =>
        {
            using var reader = new StreamReader(input);
            return await Text($"{context.AwsRequestId}:{await reader.ReadToEndAsync()}");
        }, stop.Token);

        Assert.Equal(["/2018-06-01/runtime/invocation/req-0/response", "/2018-06-01/runtime/invocation/req-1/response"], api.Posts.Select(post => post.Path));
        Assert.Equal(["req-0:\"a\"", "req-1:\"b\""], api.Posts.Select(post => post.Body));
    }

    [Fact]
    public async Task RunAsync_HandlerThrows_PostsErrorAndGoesOn()
    {
        using var stop = new CancellationTokenSource();
        await using var api = await FakeRuntimeApi.StartAsync(stop, "1", "2");

        await RunAsync(api, (_, context) => context.AwsRequestId == "req-0" ? throw new FormatException("bad event") : Text("fine"), stop.Token);

        var error = api.Posts[0];
        Assert.Equal("/2018-06-01/runtime/invocation/req-0/error", error.Path);
        Assert.Equal("FormatException", error.Headers["Lambda-Runtime-Function-Error-Type"]);
        using var body = JsonDocument.Parse(error.Body);
        Assert.Equal("bad event", body.RootElement.GetProperty("errorMessage").GetString());
        Assert.Equal("FormatException", body.RootElement.GetProperty("errorType").GetString());
        Assert.Equal("fine", api.Posts[1].Body);
    }

    [Fact]
    public async Task RunAsync_InitializerThrows_PostsInitErrorAndAsksForNoEvent()
    {
        using var stop = new CancellationTokenSource();
        await using var api = await FakeRuntimeApi.StartAsync(stop, "1");
        using var bootstrap = Bootstrap(api, (_, _) => Text(""), () => throw new InvalidOperationException("no settings"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => bootstrap.RunAsync(stop.Token));

        Assert.Equal("/2018-06-01/runtime/init/error", Assert.Single(api.Requests).Path);
    }

    [Fact]
    public async Task RunAsync_InitializerSaysNo_Returns()
    {
        using var stop = new CancellationTokenSource();
        await using var api = await FakeRuntimeApi.StartAsync(stop, "1");
        using var bootstrap = Bootstrap(api, (_, _) => Text(""), () => Task.FromResult(false));

        await bootstrap.RunAsync(stop.Token);

        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task RunAsync_Event_CarriesDeadlineAndFunction()
    {
        using var stop = new CancellationTokenSource();
        await using var api = await FakeRuntimeApi.StartAsync(stop, "1");
        ILambdaContext? seen = null;
        var left = TimeSpan.Zero;

        await RunAsync(api, (_, context) =>
        {
            seen = context;
            left = context.RemainingTime;
            return Text("");
        }, stop.Token);

        Assert.Equal("arn:aws:lambda:us-east-1:111111111111:function:report", seen!.InvokedFunctionArn);
        Assert.Equal(("report", 512), (seen.FunctionName, seen.MemoryLimitInMB));
        Assert.InRange(left, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task RunAsync_RuntimeApiRefusesResponse_Throws()
    {
        using var stop = new CancellationTokenSource();
        await using var api = await FakeRuntimeApi.StartAsync(stop, "1");
        api.PostStatus = 413;

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => RunAsync(api, (_, _) => Text("too long"), stop.Token));

        Assert.Contains("413", failure.Message, StringComparison.Ordinal);
    }

    private static async Task RunAsync(FakeRuntimeApi api, Func<Stream, ILambdaContext, Task<Stream>> handler, CancellationToken cancellationToken)
    {
        using var bootstrap = Bootstrap(api, handler, null);
        await bootstrap.RunAsync(cancellationToken).WaitAsync(TimeSpan.FromMinutes(2), CancellationToken.None);
    }

    private static LambdaBootstrap Bootstrap(FakeRuntimeApi api, Func<Stream, ILambdaContext, Task<Stream>> handler, LambdaBootstrapInitializer? initializer) =>
        new(HandlerWrapper.GetHandlerWrapper(handler).Handler, initializer, new LambdaEnvironment(api.Variable), TimeProvider.System);

    private static Task<Stream> Text(string text) => Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
