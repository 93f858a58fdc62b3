using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Scheduler;

/// <summary>The errors of EventBridge Scheduler.</summary>
internal static class SchedulerErrors
{
    public static AwsError Invalid(string message) => Make("ValidationException", message, 400);

    public static AwsError NotFound(string what) => Make("ResourceNotFoundException", $"{what} does not exist.", 404);

    public static AwsError Conflict(string what) => Make("ConflictException", $"{what} already exists.", 409);

    private static AwsError Make(string code, string message, int status) => new(code, message, status) { MessageMember = "Message" };
}
