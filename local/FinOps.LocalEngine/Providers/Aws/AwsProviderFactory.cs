using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime.CredentialManagement;
using FinOps.LocalEngine.Providers.Aws.Checking;
using FinOps.LocalEngine.Providers.Aws.Schema;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws;

/// <summary>Makes aws providers from provider resources (<c>pulumi:providers:aws</c>) and the run's options.</summary>
public sealed class AwsProviderFactory(AwsProviderOptions options) : IProviderFactory, IDisposable
{
    private const string ProviderToken = "pulumi:providers:aws";

    /// <summary>The engine's own notes among a provider's inputs.</summary>
    private static readonly HashSet<string> _engineInputs = new(StringComparer.Ordinal) { "version", "pluginDownloadURL" };

    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromMinutes(5) };

    public string Package => "aws";

    public (ILocalProvider? Provider, IReadOnlyList<CheckFailure> Failures) Create(PropertyMap configuration, string programDirectory)
    {
        var failures = new List<CheckFailure>();
        var inputs = Decode(configuration.Plain(), failures);
        failures.AddRange(new InputChecker(AwsSchema.Instance).Check(AwsSchema.Instance.Resource(ProviderToken)!.Inputs, inputs));
        var endpoints = Endpoints(inputs, failures);
        var keys = Keys(inputs, failures);
        if (failures.Count > 0)
            return (null, failures);
        var client = new AwsClient(new AwsEndpoints(options.Endpoint, endpoints), keys!, _http, options.TimeProvider);
        var session = new AwsSession(client, inputs.Text("region") ?? options.Region, programDirectory, options.TimeProvider);
        return (new AwsProvider(session, inputs.ObjectOf("defaultTags")?.TextMapOf("tags") ?? new Dictionary<string, string>(StringComparer.Ordinal)), []);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Every input that is not a string comes as JSON text.</summary>
    private static PropertyMap Decode(PropertyMap configuration, List<CheckFailure> failures)
    {
        var members = AwsSchema.Instance.Resource(ProviderToken)!.Inputs;
        var inputs = PropertyMap.Empty;
        foreach (var (name, value) in configuration)
        {
            if (_engineInputs.Contains(name) || name.StartsWith("__", StringComparison.Ordinal) || value is NullValue or UnknownValue)
                continue;
            if (value is not StringValue text || members.Find(name)?.Head is null or "string")
            {
                inputs = inputs.Set(name, value);
                continue;
            }
            try
            {
                if (JsonNode.Parse(text.Value) is { } json)
                    inputs = inputs.Set(name, PropertyJson.Masked.Read(json));
            }
            catch (JsonException problem)
            {
                failures.Add(new CheckFailure(name, $"is not JSON ({problem.Message}); this input is sent as JSON text"));
            }
        }
        return inputs;
    }

    private static Dictionary<string, Uri> Endpoints(PropertyMap inputs, List<CheckFailure> failures)
    {
        var endpoints = new Dictionary<string, Uri>(StringComparer.Ordinal);
        foreach (var services in inputs.ObjectsOf("endpoints"))
        {
            foreach (var (service, value) in services)
            {
                if (Uri.TryCreate((value as StringValue)?.Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
                    endpoints[service] = url;
                else
                    failures.Add(new CheckFailure($"endpoints.{service}", "is not an absolute http or https URL"));
            }
        }
        return endpoints;
    }

    private AwsKeys? Keys(PropertyMap inputs, List<CheckFailure> failures)
    {
        if (inputs.Text("accessKey") is { } access)
        {
            if (inputs.Text("secretKey") is { } secret)
                return new AwsKeys(access, secret, inputs.Text("token"));
            failures.Add(new CheckFailure("secretKey", "is required with accessKey"));
            return null;
        }
        if (inputs.Text("profile") is not { } profile)
            return options.Keys;
        var chain = new CredentialProfileStoreChain(inputs.TextsOf("sharedCredentialsFiles") is [var file, ..] ? file : null);
        if (chain.TryGetAWSCredentials(profile, out var credentials))
        {
            var found = credentials.GetCredentials();
            return new AwsKeys(found.AccessKey, found.SecretKey, found.Token.Length > 0 ? found.Token : null);
        }
        failures.Add(new CheckFailure("profile", $"'{profile}' is in none of the credentials files; known are {string.Join(", ", chain.ListProfiles().Select(p => p.Name))}"));
        return null;
    }
}
