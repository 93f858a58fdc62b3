using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.CloudFormation;

/// <summary>The errors of CloudFormation.</summary>
internal static class CloudFormationErrors
{
    public static AwsError Invalid(string message) => new("ValidationError", message);

    public static AwsError NoStackSet(string name) => new("StackSetNotFoundException", $"StackSet {name} not found", 404);

    public static AwsError Exists(string name) => new("NameAlreadyExistsException", $"StackSet {name} already exists", 409);

    public static AwsError NotEmpty() => new("StackSetNotEmptyException", "StackSet is not empty", 409);

    public static AwsError Capabilities() => new("InsufficientCapabilitiesException", "Requires capabilities : [CAPABILITY_NAMED_IAM]");
}
