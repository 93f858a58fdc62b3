using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Services.Lambda.Runtime;

/// <summary>What a function answered, or the error that Lambda answers for it.</summary>
/// <param name="Log">What was logged during the invocation, START to REPORT.</param>
internal sealed record InvocationResult(byte[] Payload, bool Failed, string Log)
{
    /// <summary>The payload of a failure that the runtime did not report itself.</summary>
    public static byte[] Error(string requestId, string type, string message) => System.Text.Encoding.UTF8.GetBytes(new JsonObject
    {
        ["errorType"] = type,
        ["errorMessage"] = $"RequestId: {requestId} Error: {message}",
    }.ToJsonString());
}
