using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using FinOps.Core.Organization.Synthetic;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.LocalAws;
using FinOps.LocalAws.Faults;

namespace FinOps.Cli.Local;

/// <summary>The AWS that a command speaks to: the endpoint in AWS_ENDPOINT_URL, the real one, or an embedded one that lives as long as the command.</summary>
internal sealed class AwsSession : IAsyncDisposable
{
    private AwsSession(Uri? endpoint, AWSCredentials credentials, string region, LocalAwsServer? embedded)
    {
        Endpoint = endpoint;
        Credentials = credentials;
        Region = region;
        Embedded = embedded;
    }

    /// <summary>Null for the real AWS.</summary>
    public Uri? Endpoint { get; }

    public AWSCredentials Credentials { get; }

    public string Region { get; }

    public LocalAwsServer? Embedded { get; }

    /// <summary>What clients of this session are made from.</summary>
    public AwsConnection Connection => new(Credentials, Endpoint, Region);

    public static string DataDirectory(string folder) => Path.Combine(folder, "aws");

    /// <summary>Starts an embedded AWS on <paramref name="port"/> (0 = any), with what earlier runs left in <paramref name="folder"/>.</summary>
    public static async Task<AwsSession> StartEmbeddedAsync(string folder, SyntheticOrganizationOptions organization, TimeProvider time, int port, CancellationToken cancellationToken, IReadOnlyList<Fault>? faults = null)
    {
        var server = await LocalAwsServer.StartAsync(
            new LocalAwsOptions { Port = port, DataDirectory = DataDirectory(folder), Organization = organization, TimeProvider = time, Faults = faults ?? [] },
            cancellationToken);
        return new AwsSession(server.Url, new BasicAWSCredentials(server.AccessKeyId, server.SecretAccessKey), EnvironmentRegion() ?? "us-east-1", server);
    }

    /// <summary>The endpoint that the environment names, or null when it names none.</summary>
    /// <exception cref="ProblemException">FIN1004: the variable is not a URL, nothing listens there, or there are no credentials for it.</exception>
    public static async Task<AwsSession?> FromEnvironmentAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL") is not { Length: > 0 } url)
        {
            return null;
        }

        var endpoint = Parse(url);
        await ReachAsync(endpoint, cancellationToken);
        return new AwsSession(endpoint, FindCredentials(url), EnvironmentRegion() ?? "us-east-1", null);
    }

    /// <exception cref="ProblemException">FIN1004: there are no credentials.</exception>
    public static AwsSession Real() => new(null, FindCredentials("the real AWS"), EnvironmentRegion() ?? "us-east-1", null);

    /// <summary>The variables under which any AWS client reaches this session.</summary>
    public async Task<IReadOnlyDictionary<string, string>> VariablesAsync()
    {
        var keys = await Credentials.GetCredentialsAsync();
        var variables = new Dictionary<string, string>
        {
            ["AWS_ACCESS_KEY_ID"] = keys.AccessKey,
            ["AWS_SECRET_ACCESS_KEY"] = keys.SecretKey,
            ["AWS_REGION"] = Region,
            // Version 1 of the AWS CLI reads only this one.
            ["AWS_DEFAULT_REGION"] = Region,
        };
        if (keys.UseToken)
        {
            variables["AWS_SESSION_TOKEN"] = keys.Token;
        }

        if (Endpoint is not null)
        {
            variables["AWS_ENDPOINT_URL"] = Endpoint.OriginalString;
        }

        return variables;
    }

    public async ValueTask DisposeAsync()
    {
        if (Embedded is not null)
        {
            await Embedded.DisposeAsync();
        }
    }

    private static string? EnvironmentRegion() =>
        new[] { "AWS_REGION", "AWS_DEFAULT_REGION" }.Select(Environment.GetEnvironmentVariable).FirstOrDefault(region => !string.IsNullOrEmpty(region));

    private static Uri Parse(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? new Uri(url.TrimEnd('/'))
            : throw new ProblemException([new Problem("FIN1004", "environment", "AWS_ENDPOINT_URL", url, "an http or https URL", "For example http://127.0.0.1:4566; 'finops local' prints it.")]);

    /// <summary>An embedded AWS that does not run is told at once, not after minutes of retries. Elsewhere a proxy may stand between: requests must try.</summary>
    private static async Task ReachAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        if (!endpoint.IsLoopback)
        {
            return;
        }

        using var connection = new TcpClient();
        try
        {
            await connection.ConnectAsync(endpoint.DnsSafeHost, endpoint.Port, cancellationToken);
        }
        catch (SocketException e)
        {
            throw new ProblemException([new Problem("FIN1004", "environment", "AWS_ENDPOINT_URL", $"{endpoint.OriginalString}: {e.Message}", "an endpoint that answers", "Start it with 'finops local' in another terminal, or unset the variable: then the command starts one itself.")]);
        }
    }

    private static AWSCredentials FindCredentials(string target)
    {
        try
        {
            return DefaultAWSCredentialsIdentityResolver.GetCredentials();
        }
        catch (AmazonClientException e)
        {
            throw new ProblemException([new Problem("FIN1004", "environment", "AWS credentials", $"none for {target} ({e.Message})", "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AWS_PROFILE, or a credentials file", "'finops local' prints the variables to export for the embedded AWS.")]);
        }
    }
}
