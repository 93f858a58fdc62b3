using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Ses;

/// <summary>The errors of SES v2.</summary>
internal static class SesErrors
{
    public static AwsError BadRequest(string message) => new("BadRequestException", message);

    public static AwsError NotFound(string what) => new("NotFoundException", $"{what} does not exist.", 404);

    public static AwsError Exists(string what) => new("AlreadyExistsException", $"{what} already exists.");

    public static AwsError Rejected(string message) => new("MessageRejected", message);
}
