using System.Text;
using System.Text.Json;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Lambda.Runtime;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Lambda;

/// <summary>Invoke: waits for the answer, or takes an event and runs it in the background (once: a failed event is not tried again), or only looks whether it could.</summary>
internal sealed class InvokeOperation(LocalAwsEnvironment environment, FunctionPool pool, FunctionEvents events)
{
    private const int MaximumPayload = 6 * 1024 * 1024;
    private const int MaximumEvent = 1024 * 1024;
    private const int LogTail = 4096;

    public async Task<WireResponse> RunAsync(RestCall call)
    {
        var type = call.Request.Header("x-amz-invocation-type") ?? "RequestResponse";
        if (type is not ("RequestResponse" or "Event" or "DryRun"))
            throw LambdaErrors.InvalidParameter($"1 validation error detected: Value '{type}' at 'invocationType' failed to satisfy constraint: Member must satisfy enum value set: [Event, RequestResponse, DryRun]");
        var payload = Payload(call.Request.Body, type);
        var function = environment.Store.Read(session => FunctionSnapshot.Of(FunctionStore.Require(session, call), call.Context));
        if (type == "DryRun")
            return WireResponse.Empty(204);
        var request = new InvocationRequest(call.Context.RequestId, payload, call.Request.Header("x-amz-client-context"));
        if (type == "Event")
        {
            events.Run(function, request);
            return WireResponse.Empty(202);
        }

        var result = await pool.InvokeAsync(function, request, call.Context.Cancellation);
        var response = new WireResponse { Headers = { ["Content-Type"] = "application/json", ["X-Amz-Executed-Version"] = "$LATEST" }, Body = result.Payload };
        if (result.Failed)
            response.Headers["X-Amz-Function-Error"] = "Unhandled";
        if (string.Equals(call.Request.Header("x-amz-log-type"), "Tail", StringComparison.Ordinal))
            response.Headers["X-Amz-Log-Result"] = Tail(result.Log);
        return response;
    }

    private static byte[] Payload(ReadOnlyMemory<byte> body, string type)
    {
        var maximum = type == "Event" ? MaximumEvent : MaximumPayload;
        if (body.Length > maximum)
            throw LambdaErrors.Make("RequestTooLargeException", $"Request must be smaller than {maximum} bytes for the InvokeFunction operation", 413);
        if (body.IsEmpty)
            return "{}"u8.ToArray();
        try
        {
            using var parsed = JsonDocument.Parse(body);
        }
        catch (JsonException exception)
        {
            throw LambdaErrors.Make("InvalidRequestContentException", $"Could not parse request body into json: {exception.Message}", 400);
        }
        return body.ToArray();
    }

    private static string Tail(string log)
    {
        var bytes = Encoding.UTF8.GetBytes(log);
        return Convert.ToBase64String(bytes.AsSpan(Math.Max(0, bytes.Length - LogTail)));
    }
}
