using System.Net;
using Amazon.Runtime;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Resources;

/// <summary>
/// One pool of connections for the thousands of clients of a scan: a client is made for every account and region, and each would otherwise
/// connect anew.
/// </summary>
internal sealed class SharedHttp(int connections) : HttpClientFactory, IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxConnectionsPerServer = connections,
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        UseCookies = false,
    })
    {
        // Each attempt has a time limit of its own.
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
    };

    /// <summary>The configuration of one client, which makes each request once: <see cref="RequestRetry"/> makes them again.</summary>
    public TConfig Configure<TConfig>(AwsConnection connection, TConfig config)
        where TConfig : ClientConfig
    {
        (connection with { Retries = 0 }).Configure(config).HttpClientFactory = this;
        return config;
    }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => _http;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    public void Dispose() => _http.Dispose();
}
