using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Tagging;

/// <summary>The errors of the Resource Groups Tagging API; it spells the message with a capital.</summary>
internal static class TaggingErrors
{
    public static AwsError Invalid(string message) => new("InvalidParameterException", message) { MessageMember = "Message" };

    public static AwsError ExpiredToken() => new("PaginationTokenExpiredException", "The PaginationToken is not one of this list.") { MessageMember = "Message" };

    public static AwsError Constraint(string message) => new("ConstraintViolationException", message) { MessageMember = "Message" };
}
