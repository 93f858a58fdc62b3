using FinOps.LocalEngine.Providers.Aws.Resources;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws;

/// <summary>The provider's user-facing failures.</summary>
internal static class AwsFailures
{
    public static AwsProviderException Unreachable(Uri endpoint, string what, HttpRequestException inner) => new(
        "FIN3060",
        $"{what}: nobody answers at {endpoint.OriginalString} ({inner.Message}). Start it with 'finops local', or correct AWS_ENDPOINT_URL or the provider's endpoints.",
        inner);

    public static AwsProviderException AccessDenied(Uri endpoint, string what, AwsCallException inner) => new(
        "FIN3061",
        $"{what}: access denied to {inner.Request.Api.SigningName}:{inner.Request.Operation} at {endpoint.OriginalString}: {inner.Detail} Give the caller this permission, or use credentials that have it.",
        inner);

    public static AwsProviderException Refused(Uri endpoint, string what, AwsCallException inner) => new(
        "FIN3062",
        $"{what}: {inner.Request.Api.SigningName}:{inner.Request.Operation} at {endpoint.OriginalString} answered {inner.Code} (HTTP {(int)inner.Status}): {inner.Detail} Correct the resource's inputs; the code is documented with the operation.",
        inner);

    public static AwsProviderException BadCredentials(Uri endpoint, string what, AwsCallException inner) => new(
        "FIN3063",
        $"{what}: {endpoint.OriginalString} does not accept the credentials: {inner.Code}: {inner.Detail} Use keys that belong to this endpoint (the embedded AWS writes its own to .finops/aws/credentials).",
        inner);

    public static AwsProviderException NotApplied(ResourceCall call, string found, string fix) => new(
        "FIN3064", $"{call.Token} '{call.Name}': the embedded provider does not apply {found}. {fix}");

    public static AwsProviderException FunctionNotAnswered(string token, string reason, string fix) => new(
        "FIN3065", $"{token}: {reason} {fix}");

    public static AwsProviderException FileMissing(ResourceCall call, string path) => new(
        "FIN3066", $"{call.Token} '{call.Name}': {path} does not exist. Build or create it first; relative paths start at the program's folder.");

    /// <summary>Runs one operation and tells its failures in the user's words.</summary>
    public static async Task<T> TranslateAsync<T>(AwsSession aws, string what, Func<Task<T>> operation)
    {
        try
        {
            return await operation();
        }
        catch (AwsCallException refusal)
        {
            var endpoint = aws.Client.Endpoints.For(refusal.Request.Api);
            throw refusal.IsBadCredentials ? BadCredentials(endpoint, what, refusal)
                : refusal.IsAccessDenied ? AccessDenied(endpoint, what, refusal)
                : Refused(endpoint, what, refusal);
        }
        catch (HttpRequestException failure)
        {
            throw Unreachable(aws.Client.Endpoints.Default, what, failure);
        }
    }
}
