using System.Net.Http.Headers;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Client;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed class LambdaContext(HttpResponseHeaders headers, LambdaEnvironment environment, TimeProvider time) : ILambdaContext
{
    private readonly DateTimeOffset _deadline = RuntimeHeaders.Deadline(headers);

    public string AwsRequestId { get; } = RuntimeHeaders.RequestId(headers);

    public string FunctionName => environment.FunctionName;

    public string FunctionVersion => environment.FunctionVersion;

    public string InvokedFunctionArn { get; } = RuntimeHeaders.Value(headers, RuntimeHeaders.FunctionArn) ?? "";

    public ILambdaLogger Logger { get; } = new ConsoleLogger();

    public string LogGroupName => environment.LogGroupName;

    public string LogStreamName => environment.LogStreamName;

    public int MemoryLimitInMB => environment.MemoryLimitInMB;

    public TimeSpan RemainingTime
    {
        get
        {
            var remaining = _deadline - time.GetUtcNow();
            return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
        }
    }
}
