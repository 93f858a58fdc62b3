using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.DataExports;

/// <summary>The errors of Data Exports.</summary>
internal static class DataExportsErrors
{
    public static AwsError Validation(string message, string reason = "other") =>
        new("ValidationException", message) { MessageMember = "Message", Members = new() { ["Reason"] = reason } };

    public static AwsError NotFound(string arn) => new("ResourceNotFoundException", $"The export {arn} does not exist.")
    {
        MessageMember = "Message",
        Members = new() { ["ResourceId"] = arn, ["ResourceType"] = "Export" },
    };
}
