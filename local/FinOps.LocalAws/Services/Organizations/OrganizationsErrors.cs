using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Organizations;

/// <summary>The errors of Organizations; most carry a Reason beside the message.</summary>
internal static class OrganizationsErrors
{
    public static AwsError InvalidInput(string message, string reason = "INPUT_REQUIRED") => Make("InvalidInputException", message, reason);

    public static AwsError InvalidToken() => InvalidInput("You provided an invalid NextToken.", "INVALID_NEXT_TOKEN");

    public static AwsError AccessDenied() => Make("AccessDeniedException", "You don't have permissions to access this resource.");

    public static AwsError Constraint(string message, string reason) => Make("ConstraintViolationException", message, reason);

    public static AwsError PolicyNotFound(string id) => Make("PolicyNotFoundException", $"We can't find a policy with the PolicyId that you specified: {id}");

    public static AwsError TargetNotFound(string id) =>
        Make("TargetNotFoundException", $"We can't find a root, OU, or account with the TargetId that you specified: {id}");

    public static AwsError Make(string code, string message, string? reason = null) => new(code, message)
    {
        MessageMember = "Message",
        Members = reason is null ? [] : new() { ["Reason"] = reason },
    };
}
