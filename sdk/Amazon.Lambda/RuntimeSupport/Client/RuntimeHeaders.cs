using System.Globalization;
using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport.Client;

/// <summary>Headers of the Runtime API's answer to "next".</summary>
internal static class RuntimeHeaders
{
    public const string FunctionArn = "Lambda-Runtime-Invoked-Function-Arn";
    public const string TraceId = "Lambda-Runtime-Trace-Id";
    public const string ErrorType = "Lambda-Runtime-Function-Error-Type";
    private const string RequestIdName = "Lambda-Runtime-Aws-Request-Id";
    private const string DeadlineName = "Lambda-Runtime-Deadline-Ms";

    public static string? Value(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.First() : null;

    public static string RequestId(HttpResponseHeaders headers) => Value(headers, RequestIdName)
        ?? throw new InvalidOperationException($"The Runtime API sent an event without {RequestIdName}.");

    /// <summary>Milliseconds since 1970; without the header there is no deadline.</summary>
    public static DateTimeOffset Deadline(HttpResponseHeaders headers) =>
        long.TryParse(Value(headers, DeadlineName), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : DateTimeOffset.MaxValue;
}
