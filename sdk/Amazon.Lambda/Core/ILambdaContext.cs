namespace Amazon.Lambda.Core;

/// <summary>What a handler may know about the invocation it serves.</summary>
public interface ILambdaContext
{
    string AwsRequestId { get; }

    string FunctionName { get; }

    string FunctionVersion { get; }

    string InvokedFunctionArn { get; }

    ILambdaLogger Logger { get; }

    string LogGroupName { get; }

    string LogStreamName { get; }

    int MemoryLimitInMB { get; }

    /// <summary>Time until the platform kills the invocation; zero once it has passed.</summary>
    TimeSpan RemainingTime { get; }
}
