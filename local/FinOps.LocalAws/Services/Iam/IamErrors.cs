using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Iam;

/// <summary>The errors of IAM.</summary>
internal static class IamErrors
{
    public static AwsError NoSuchEntity(string message) => new("NoSuchEntity", message, 404);

    public static AwsError NoSuchRole(string name) => NoSuchEntity($"The role with name {name} cannot be found.");

    public static AwsError Exists(string message) => new("EntityAlreadyExists", message, 409);

    public static AwsError DeleteConflict(string message) => new("DeleteConflict", message, 409);

    public static AwsError Limit(string message) => new("LimitExceeded", message, 409);

    public static AwsError Validation(string message) => new("ValidationError", message);
}
