using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Glue;

/// <summary>The errors of Glue.</summary>
internal static class GlueErrors
{
    public static AwsError Invalid(string message) => Make("InvalidInputException", message);

    public static AwsError NotFound(string what) => Make("EntityNotFoundException", $"{what} not found.");

    public static AwsError Exists(string what) => Make("AlreadyExistsException", $"{what} already exists.");

    private static AwsError Make(string code, string message) => new(code, message) { MessageMember = "Message" };
}
