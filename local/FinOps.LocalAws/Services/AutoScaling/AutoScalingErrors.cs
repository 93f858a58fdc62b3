using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.AutoScaling;

internal static class AutoScalingErrors
{
    public static AwsError Validation(string message) => new("ValidationError", message);

    public static AwsError NotFound(string name) => Validation($"AutoScalingGroup name not found - AutoScalingGroup '{name}' not found");

    public static AwsError InvalidToken() => new("InvalidNextToken", "The token is not one of this list.");
}
