using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Athena;

/// <summary>The errors of Athena: nearly every refusal is an InvalidRequestException with a code of its own.</summary>
internal static class AthenaErrors
{
    public static AwsError Invalid(string message, string code = "INVALID_INPUT") =>
        new("InvalidRequestException", message) { MessageMember = "Message", Members = new() { ["AthenaErrorCode"] = code } };

    public static AwsError NotFound(string arn) =>
        new("ResourceNotFoundException", $"The resource {arn} does not exist.") { MessageMember = "Message", Members = new() { ["ResourceName"] = arn } };
}
