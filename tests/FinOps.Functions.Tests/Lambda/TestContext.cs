using Amazon.Lambda.Core;

namespace FinOps.Functions.Tests.Lambda;

internal sealed class TestContext : ILambdaContext, ILambdaLogger
{
    public string AwsRequestId { get; init; } = "4f6d2b1e-0000-4000-8000-000000000001";

    public string FunctionName => "cost-analyzer";

    public string FunctionVersion => "1";

    public string InvokedFunctionArn => "";

    public ILambdaLogger Logger => this;

    public string LogGroupName => "";

    public string LogStreamName => "";

    public int MemoryLimitInMB => 512;

    public TimeSpan RemainingTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What the function logs; null when nobody reads it.</summary>
    public System.Text.StringBuilder? Lines { get; init; }

    public void Log(string message) => Lines?.Append(message);

    public void LogLine(string message) => Lines?.AppendLine(message);
}
