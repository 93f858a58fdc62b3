using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Ssm;

/// <summary>The errors of Systems Manager's parameters. None of them repeats a value.</summary>
internal static class SsmErrors
{
    public static AwsError Invalid(string message) => new("ValidationException", message);

    public static AwsError NotFound(string name) => new("ParameterNotFound", $"Parameter {name} not found.");

    public static AwsError Exists() => new("ParameterAlreadyExists", "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");

    public static AwsError NoResource(string id) => new("InvalidResourceId", $"The resource ID {id} is not valid.");
}
