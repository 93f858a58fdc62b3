namespace Amazon.Common;

/// <summary>What the shared client core must know about one AWS service.</summary>
/// <param name="Id">AWS's service id; it also names the environment variable AWS_ENDPOINT_URL_&lt;ID&gt;.</param>
/// <param name="SigningName">The service part of a SigV4 credential scope.</param>
/// <param name="ApiVersion">Version of the API model, for the user agent.</param>
/// <param name="HostName">Host for a region and a DNS suffix.</param>
/// <param name="TargetPrefix">Prefix of X-Amz-Target for the awsJson protocols, or null for the others.</param>
/// <param name="ContentType">Media type of requests.</param>
/// <param name="GlobalRegion">Region that serves and signs a global service, or null for a regional one.</param>
internal sealed record AwsService(
    string Id,
    string SigningName,
    string ApiVersion,
    Func<string, string, string> HostName,
    string? TargetPrefix,
    string ContentType,
    string? GlobalRegion)
{
    public const string Json10 = "application/x-amz-json-1.0";
    public const string Json11 = "application/x-amz-json-1.1";
    public const string RestJson = "application/json";
    public const string Query = "application/x-www-form-urlencoded; charset=utf-8";
}
