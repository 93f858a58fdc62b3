using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The variables that the platform sets for a function's process.</summary>
internal sealed class LambdaEnvironment(Func<string, string?> variable)
{
    /// <summary>host:port of the Runtime API.</summary>
    public string RuntimeApi => variable("AWS_LAMBDA_RUNTIME_API")
        ?? throw new InvalidOperationException("AWS_LAMBDA_RUNTIME_API is not set: this process is not running under Lambda's Runtime API.");

    public string FunctionName => variable("AWS_LAMBDA_FUNCTION_NAME") ?? "";

    public string FunctionVersion => variable("AWS_LAMBDA_FUNCTION_VERSION") ?? "";

    public string LogGroupName => variable("AWS_LAMBDA_LOG_GROUP_NAME") ?? "";

    public string LogStreamName => variable("AWS_LAMBDA_LOG_STREAM_NAME") ?? "";

    public int MemoryLimitInMB =>
        int.TryParse(variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), CultureInfo.InvariantCulture, out var size) ? size : 0;
}
