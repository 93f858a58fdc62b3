using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.CostOptimizationHub;

/// <summary>The errors of Cost Optimization Hub.</summary>
internal static class HubErrors
{
    public static AwsError Validation(string message, string reason = "Other") => new("ValidationException", message) { Members = new() { ["reason"] = reason } };

    public static AwsError NotEnrolled() => new("AccessDeniedException", "AWS account is not enrolled for recommendations.");
}
