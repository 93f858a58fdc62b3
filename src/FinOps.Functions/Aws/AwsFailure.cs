using System.Net.Sockets;
using Amazon.Runtime;
using FinOps.Core.Problems;

namespace FinOps.Functions.Aws;

/// <summary>Turns what the AWS SDK throws into a problem that says where, why and what to do next.</summary>
internal static class AwsFailure
{
    public const string Unreachable = "FIN5001";
    public const string Denied = "FIN5002";
    public const string Throttled = "FIN5004";
    public const string Answered = "FIN5005";
    public const string Settings = "FIN5003";

    private static readonly string[] DeniedCodes =
    [
        "AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "UnrecognizedClientException", "InvalidClientTokenId",
        "InvalidSignatureException", "SignatureDoesNotMatch", "ExpiredToken", "ExpiredTokenException", "OptInRequired",
        "InvalidAccessKeyId", "IncompleteSignature", "MissingAuthenticationToken",
    ];

    private static readonly string[] ThrottleCodes =
        ["LimitExceededException", "ThrottlingException", "ThrottledException", "Throttling", "TooManyRequestsException", "RequestLimitExceeded", "SlowDown"];

    public static T Translating<T>(string what, string endpoint, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (AmazonClientException failure)
        {
            throw Problem(what, endpoint, failure);
        }
    }

    public static async Task<T> TranslatingAsync<T>(string what, string endpoint, Func<Task<T>> act)
    {
        try
        {
            return await act().ConfigureAwait(false);
        }
        catch (Exception failure) when (IsAws(failure))
        {
            throw Problem(what, endpoint, failure);
        }
    }

    public static bool IsDenied(Exception failure) => failure is AmazonServiceException service && DeniedCodes.Contains(service.ErrorCode);

    public static bool IsThrottle(Exception failure) => failure is AmazonServiceException { ErrorCode: { } code } && ThrottleCodes.Contains(code);

    public static bool IsAws(Exception failure) => failure is AmazonServiceException or AmazonClientException or HttpRequestException;

    public static ProblemException BadEndpoint(string found) => new([new Problem(
        Settings, "environment", "AWS_ENDPOINT_URL", $"'{found}'", "an absolute http or https URL",
        "Set it to an address such as http://127.0.0.1:4566, or unset it to use AWS.")]);

    public static ProblemException Problem(string what, string endpoint, Exception failure) => new([Describe(what, endpoint, failure)], failure);

    private static Problem Describe(string what, string endpoint, Exception failure)
    {
        if (IsDenied(failure))
        {
            return new Problem(
                Denied, endpoint, what, Message(failure), "credentials that may do this in the management account",
                $"Give the role the permission ({what}), or use the credentials of the management account. AWS answered {((AmazonServiceException)failure).ErrorCode}.");
        }

        if (IsThrottle(failure))
        {
            return new Problem(
                Throttled, endpoint, what, $"{((AmazonServiceException)failure).ErrorCode} after all retries", "fewer requests a second",
                "Run it again in a few minutes; look for another tool that reads Cost Explorer with the same account.");
        }

        if (IsUnreachable(failure))
        {
            return new Problem(
                Unreachable, endpoint, what, Message(Innermost(failure)), "an endpoint that answers",
                $"Check that {endpoint} is up and reachable from here (proxy, VPN, AWS_ENDPOINT_URL); 'finops local' serves an embedded one.");
        }

        if (failure is AmazonClientException && failure is not AmazonServiceException)
        {
            return new Problem(
                Denied, endpoint, what, Message(failure), "AWS credentials",
                "Sign in (aws sso login), set AWS_PROFILE, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");
        }

        return new Problem(
            Answered, endpoint, what, Message(failure), "a successful answer",
            "Read what AWS says; if it passes by itself, run the report again.");
    }

    private static bool IsUnreachable(Exception? failure) => failure switch
    {
        null => false,
        SocketException or HttpRequestException => true,
        AmazonServiceException { StatusCode: not 0 } => false,
        _ => IsUnreachable(failure.InnerException),
    };

    private static Exception Innermost(Exception failure) => failure.InnerException is { } inner ? Innermost(inner) : failure;

    private static string Message(Exception failure) => failure.Message.ReplaceLineEndings(" ");
}
