using System.Net.Sockets;
using Amazon.ResourceGroupsTaggingAPI.Model;
using Amazon.Runtime;
using Amazon.SecurityToken;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Resources;

/// <summary>What kind of failure an exception is, by AWS's own codes.</summary>
internal static class ScanFailure
{
    private static readonly string[] UnknownKeyCodes = ["UnrecognizedClientException", "InvalidClientTokenId", "AuthFailure", "OptInRequired"];
    private static readonly string[] ExpiredKeyCodes = ["ExpiredToken", "ExpiredTokenException", "RequestExpired"];

    public static bool IsExpiredKey(Exception failure) => failure is AmazonServiceException service && ExpiredKeyCodes.Contains(service.ErrorCode);

    /// <summary>It may go better the next time.</summary>
    public static bool IsTransient(Exception failure) => failure switch
    {
        AmazonServiceException { StatusCode: >= System.Net.HttpStatusCode.InternalServerError } => true,
        AmazonServiceException service => IsThrottle(service) || IsExpiredKey(service) || service.ErrorCode == "InternalServiceException" || IsBroken(service.InnerException),
        _ => IsBroken(failure),
    };

    public static UnreadReason ReasonOf(Exception failure) => failure switch
    {
        OperationCanceledException => UnreadReason.OutOfTime,
        PaginationTokenExpiredException => UnreadReason.TokenExpired,
        AmazonServiceException service when IsThrottle(service) => UnreadReason.Throttled,
        // Only the keys of a session are got from STS on the way.
        AmazonSecurityTokenServiceException refused when AwsFailure.IsDenied(refused) => UnreadReason.RoleRefused,
        AmazonServiceException service when UnknownKeyCodes.Contains(service.ErrorCode) => UnreadReason.RegionNotEnabled,
        _ when AwsFailure.IsDenied(failure) => UnreadReason.Denied,
        _ => UnreadReason.Failed,
    };

    public static string Describe(Exception failure) => failure is AmazonServiceException { ErrorCode: { Length: > 0 } code }
        ? $"{code}: {failure.Message.ReplaceLineEndings(" ")}"
        : failure.Message.ReplaceLineEndings(" ");

    /// <summary>What a scan takes as the answer of one place, rather than as a defect of its own.</summary>
    public static bool IsAnswer(Exception failure) => failure is OperationCanceledException or TimeoutException || AwsFailure.IsAws(failure) || IsBroken(failure);

    private static bool IsThrottle(AmazonServiceException service) => AwsFailure.IsThrottle(service);

    private static bool IsBroken(Exception? failure) => failure switch
    {
        null => false,
        HttpRequestException or IOException or SocketException => true,
        _ => IsBroken(failure.InnerException),
    };
}
