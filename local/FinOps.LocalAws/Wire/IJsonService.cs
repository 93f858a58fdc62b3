using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Wire;

/// <summary>A service that speaks awsJson: POST /, operation in X-Amz-Target.</summary>
internal interface IJsonService
{
    /// <summary>The service of the credential scope, for example <c>ce</c>.</summary>
    string SigningName { get; }

    /// <summary>What stands before the dot of X-Amz-Target, for example <c>AWSInsightsIndexService</c>.</summary>
    string TargetPrefix { get; }

    /// <summary><c>1.0</c> or <c>1.1</c>.</summary>
    string JsonVersion { get; }

    /// <summary>Answers one operation; an operation without output answers an empty object.</summary>
    /// <exception cref="AwsError">Every refusal, among them <see cref="JsonProtocol.UnknownOperation"/>.</exception>
    Task<JsonNode> HandleAsync(string operation, JsonObject input, CallContext context);
}
