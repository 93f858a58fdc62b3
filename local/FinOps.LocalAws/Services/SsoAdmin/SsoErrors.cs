using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.SsoAdmin;

/// <summary>The errors of IAM Identity Center.</summary>
internal static class SsoErrors
{
    public static AwsError Invalid(string message) => new("ValidationException", message) { MessageMember = "Message" };

    public static AwsError NotFound(string message) => new("ResourceNotFoundException", message) { MessageMember = "Message" };

    public static AwsError Conflict(string message) => new("ConflictException", message) { MessageMember = "Message" };
}
