using System.Text.Json.Nodes;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Lambda;

/// <summary>The errors of Lambda.</summary>
internal static class LambdaErrors
{
    public static AwsError InvalidParameter(string message) => Make("InvalidParameterValueException", message, 400);

    public static AwsError FunctionNotFound(string arn) => NotFound($"Function not found: {arn}");

    public static AwsError NotFound(string message) => Make("ResourceNotFoundException", message, 404);

    public static AwsError Conflict(string message) => Make("ResourceConflictException", message, 409);

    public static AwsError Stale() => Make("PreconditionFailedException",
        "The RevisionId provided does not match the latest RevisionId. Call the GetFunction or the GetAlias API to retrieve the latest RevisionId", 412);

    public static AwsError Throttled() => Make("TooManyRequestsException", "Rate Exceeded.", 429);

    public static AwsError Make(string code, string message, int status) => new(code, message, status)
    {
        MessageMember = "Message",
        Members = new JsonObject { ["Type"] = "User" },
    };
}
