namespace FinOps.LocalAws.Faults;

/// <summary>How services word what goes wrong with them.</summary>
internal static class ErrorCodes
{
    /// <summary>The code with which a service tells a caller to slow down; those that are not named use the first of the SDKs' list.</summary>
    public static string ThrottlingOf(string service) => service switch
    {
        "s3" => "SlowDown",
        "ce" => "LimitExceededException",
        "lambda" or "organizations" => "TooManyRequestsException",
        "tagging" => "ThrottledException",
        "ec2" => "RequestLimitExceeded",
        "autoscaling" or "iam" or "rds" or "sns" or "cloudformation" => "Throttling",
        _ => "ThrottlingException",
    };

    public static int StatusOf(string code) => code switch
    {
        "InternalFailure" or "InternalError" or "InternalServerError" or "InternalServiceException" => 500,
        "SlowDown" or "RequestLimitExceeded" or "ServiceUnavailable" or "ServiceUnavailableException" => 503,
        "TooManyRequestsException" => 429,
        "AccessDenied" or "ExpiredToken" or "UnrecognizedClientException" or "InvalidClientTokenId" => 403,
        _ => 400,
    };
}
