using System.Text.Json.Serialization;

namespace Amazon.Lambda.RuntimeSupport.Client;

/// <summary>The documented error body; the field names are the API's.</summary>
internal sealed record LambdaError(
    [property: JsonPropertyName("errorMessage")] string Message,
    [property: JsonPropertyName("errorType")] string Type,
    [property: JsonPropertyName("stackTrace")] IReadOnlyList<string> StackTrace)
{
    public static LambdaError From(Exception failure) => new(
        failure.Message,
        failure.GetType().Name,
        failure.StackTrace?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []);
}

[JsonSerializable(typeof(LambdaError))]
internal sealed partial class LambdaErrorJson : JsonSerializerContext;
