using System.Text.Json.Nodes;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.CloudWatch;

/// <summary>The errors of CloudWatch, each with the code it had when the service spoke the query protocol.</summary>
internal static class CloudWatchErrors
{
    public static AwsError Invalid(string message) => Make("InvalidParameterValueException", "InvalidParameterValue", message);

    public static AwsError Combination(string message) => Make("InvalidParameterCombinationException", "InvalidParameterCombination", message);

    public static AwsError Missing(string message) => Make("MissingRequiredParameterException", "MissingParameter", message);

    public static AwsError NoAlarm(string name) => Make("ResourceNotFound", "ResourceNotFound", $"Unknown alarm: {name}", 404);

    public static AwsError NoResource(string arn) => Make("ResourceNotFoundException", "ResourceNotFoundException", $"Unknown resource: {arn}", 404);

    public static AwsError NoDashboard(string name) => Make("DashboardNotFoundError", "ResourceNotFound", $"Dashboard {name} does not exist", 404);

    /// <param name="faults">What is wrong, each with where in the body.</param>
    public static AwsError Dashboard(IEnumerable<(string Path, string Message)> faults) =>
        new("DashboardInvalidInputError", "The dashboard body is invalid.")
        {
            QueryCode = "InvalidParameterInput",
            Members = new JsonObject
            {
                ["dashboardValidationMessages"] = new JsonArray([.. faults.Select(fault => new JsonObject { ["DataPath"] = fault.Path, ["Message"] = fault.Message })]),
            },
        };

    private static AwsError Make(string code, string queryCode, string message, int status = 400) => new(code, message, status) { QueryCode = queryCode };
}
