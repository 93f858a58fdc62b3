using System.Text.Json.Nodes;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.CostExplorer.Input;

/// <summary>The errors of Cost Explorer, in its own spelling (the message member has a capital).</summary>
internal static class CostExplorerErrors
{
    public static AwsError Validation(string message) => Error("ValidationException", message);

    public static AwsError DataUnavailable(string message) => Error("DataUnavailableException", message);

    public static AwsError InvalidNextToken() => Error("InvalidNextTokenException", "The pagination token is invalid. Try again without a pagination token.");

    public static AwsError RequestChanged() => Error(
        "RequestChangedException", "Your request parameters changed between pages. Try again with the old parameters or without a pagination token.");

    public static AwsError LimitExceeded(string message) => Error("LimitExceededException", message);

    public static AwsError ServiceQuotaExceeded(string message) => Error("ServiceQuotaExceededException", message);

    public static AwsError BackfillLimitExceeded(string message) => Error("BackfillLimitExceededException", message);

    public static AwsError UnknownMonitor(string arn) => Error("UnknownMonitorException", $"The cost anomaly monitor {arn} does not exist.");

    public static AwsError UnknownSubscription(string arn) => Error("UnknownSubscriptionException", $"The cost anomaly subscription {arn} does not exist.");

    public static AwsError AccessDenied(string message) => Error("AccessDeniedException", message);

    public static AwsError TooManyTags(string arn, string message) => Error("TooManyTagsException", message, arn);

    public static AwsError ResourceNotFound(string arn, string message) => Error("ResourceNotFoundException", message, arn);

    private static AwsError Error(string code, string message, string? resourceName = null) => new(code, message)
    {
        MessageMember = "Message",
        Members = resourceName is null ? [] : new JsonObject { ["ResourceName"] = resourceName },
    };
}
