using System.Net;

namespace FinOps.LocalEngine.Providers.Aws.Wire;

/// <summary>AWS refused a call. Handlers look at <see cref="Code"/>; what they do not expect reaches the user as FIN3061 to FIN3063.</summary>
internal sealed class AwsCallException(AwsRequest request, HttpStatusCode status, string code, string message)
    : Exception($"{request.Api.SigningName}:{request.Operation}: {code} (HTTP {(int)status}): {message}")
{
    public AwsRequest Request { get; } = request;

    public HttpStatusCode Status { get; } = status;

    /// <summary>Without namespace and without the suffix <c>Exception</c>, for example <c>ResourceNotFound</c>.</summary>
    public string Code { get; } = Shorten(code);

    public string Detail { get; } = message;

    public bool IsThrottle => (int)Status is 429 or 500 or 502 or 503 or 504 || Code is
        "Throttling" or "Throttled" or "ThrottledRequest" or "RequestThrottled" or "TooManyRequests" or "RequestLimitExceeded" or "SlowDown"
        or "PriorRequestNotComplete" or "ConcurrentModification" or "RequestTimeout" || (Code == "LimitExceeded" && Request.Api == AwsApi.CostExplorer);

    public bool IsAccessDenied => Code is "AccessDenied" or "UnauthorizedOperation" or "NotAuthorized" or "AccessDeniedForDependency";

    public bool IsBadCredentials => Code is "InvalidClientTokenId" or "UnrecognizedClient" or "SignatureDoesNotMatch" or "InvalidSignature"
        or "InvalidAccessKeyId" or "ExpiredToken" or "IncompleteSignature" or "MissingAuthenticationToken";

    public bool Is(params ReadOnlySpan<string> codes) => codes.Contains(Code);

    private static string Shorten(string code)
    {
        var name = code[(code.LastIndexOf('#') + 1)..];
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        name = colon < 0 ? name : name[..colon];
        name = name[(name.LastIndexOf('.') + 1)..];
        return name.EndsWith("Exception", StringComparison.Ordinal) ? name[..^"Exception".Length] : name;
    }
}
