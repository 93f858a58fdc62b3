using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using FinOps.Core.Problems;

namespace FinOps.Functions.Aws;

/// <summary>Which AWS, as whom, and where: all that a client of any service is made from.</summary>
/// <param name="Endpoint">One address that serves all of AWS, for example an embedded one; null for AWS itself.</param>
/// <param name="Region">Where regional services are asked.</param>
/// <param name="Retries">How often a request is tried again.</param>
public sealed record AwsConnection(AWSCredentials Credentials, Uri? Endpoint, string Region, int Retries = AwsConnection.DefaultRetries)
{
    /// <summary>Billing, Organizations and other global services answer here alone.</summary>
    public const string GlobalRegion = "us-east-1";

    // Cost Explorer throttles a busy organization for several seconds at a time; the default of two retries gives up too early.
    private const int DefaultRetries = 6;

    /// <summary>Where requests go, in words that an error message can use.</summary>
    public string Target => Endpoint?.ToString() ?? $"AWS ({Region})";

    /// <summary>
    /// From the standard AWS settings: the credential chain, AWS_REGION (us-east-1 when nothing says otherwise) and AWS_ENDPOINT_URL.
    /// </summary>
    /// <exception cref="ProblemException">FIN5003: the endpoint is no URL; FIN5002: there are no credentials.</exception>
    public static AwsConnection FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var region = variable("AWS_REGION") ?? variable("AWS_DEFAULT_REGION") ?? GlobalRegion;
        Uri? endpoint = null;
        if (variable("AWS_ENDPOINT_URL") is { Length: > 0 } text && (!Uri.TryCreate(text, UriKind.Absolute, out endpoint) || endpoint.Scheme is not ("http" or "https")))
            throw AwsFailure.BadEndpoint(text);
        return AwsFailure.Translating("credentials", endpoint?.ToString() ?? $"AWS ({region})", () => new AwsConnection(DefaultAWSCredentialsIdentityResolver.GetCredentials(), endpoint, region));
    }

    /// <summary>The configuration of one client.</summary>
    /// <param name="region">Null for the connection's own.</param>
    public TConfig Configure<TConfig>(TConfig config, string? region = null)
        where TConfig : ClientConfig
    {
        ArgumentNullException.ThrowIfNull(config);
        config.RetryMode = RequestRetryMode.Standard;
        config.MaxErrorRetry = Retries;
        if (Endpoint is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region ?? Region);
        }
        else
        {
            config.ServiceURL = Endpoint.ToString();
            config.AuthenticationRegion = region ?? Region;
        }

        return config;
    }
}
