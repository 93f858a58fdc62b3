using Amazon.Runtime;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Optimization.Gathering;

/// <summary>Failures that leave a hole in the report and do not end it.</summary>
internal static class Failures
{
    /// <summary>Whether the report goes on without the answer: AWS refused or broke off, or the time for asking is over.</summary>
    public static bool IsSurvived(Exception failure) => failure is OperationCanceledException || AwsFailure.IsAws(failure);

    public static string Why(Exception failure) => failure switch
    {
        OperationCanceledException => "the time for asking was over",
        AmazonServiceException { ErrorCode: { } code } service when AwsFailure.IsDenied(failure) => $"access denied ({code}: {OneLine(service.Message)})",
        AmazonServiceException { ErrorCode: { } code } service => $"AWS answered {code}: {OneLine(service.Message)}",
        _ => OneLine(failure.Message),
    };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").TrimEnd('.');
}
