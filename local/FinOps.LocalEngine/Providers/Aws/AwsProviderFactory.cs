using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using FinOps.LocalEngine.Providers.Aws.Checking;
using FinOps.LocalEngine.Providers.Aws.Schema;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws;

/// <summary>Makes aws providers from provider resources (<c>pulumi:providers:aws</c>) and what the run gives all of them.</summary>
/// <param name="endpoint">Where AWS is spoken, for example the embedded AWS. The provider's <c>endpoints</c> win for their services.</param>
/// <param name="credentials">What to sign with. The provider's <c>accessKey</c> and <c>secretKey</c>, or its <c>profile</c>, win.</param>
/// <param name="region">Used where the provider names none.</param>
/// <param name="clock">Signs and waits by this clock; the system's by default.</param>
public sealed class AwsProviderFactory(Uri endpoint, AWSCredentials credentials, string region, TimeProvider? clock = null) : IProviderFactory
{
    private const string ProviderToken = "pulumi:providers:aws";

    /// <summary>The engine's own notes among a provider's inputs.</summary>
    private static readonly HashSet<string> _engineInputs = new(StringComparer.Ordinal) { "version", "pluginDownloadURL" };

    private static readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromMinutes(5) };
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

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
        var client = new AwsClient(new AwsEndpoints(endpoint, endpoints), keys!, _http, _clock);
        var session = new AwsSession(client, inputs.Text("region") ?? region, programDirectory, _clock);
        return (new AwsProvider(session, inputs.ObjectOf("defaultTags")?.TextMapOf("tags") ?? new Dictionary<string, string>(StringComparer.Ordinal)), []);
    }

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

    private AWSCredentials? Keys(PropertyMap inputs, List<CheckFailure> failures)
    {
        if (inputs.Text("accessKey") is { } access)
        {
            if (inputs.Text("secretKey") is { } secret)
                return inputs.Text("token") is { } token ? new SessionAWSCredentials(access, secret, token) : new BasicAWSCredentials(access, secret);
            failures.Add(new CheckFailure("secretKey", "is required with accessKey"));
            return null;
        }
        if (inputs.Text("profile") is not { } profile)
            return credentials;
        var chain = new CredentialProfileStoreChain(inputs.TextsOf("sharedCredentialsFiles") is [var file, ..] ? file : null);
        if (chain.TryGetAWSCredentials(profile, out var found))
            return found;
        failures.Add(new CheckFailure("profile", $"'{profile}' is in none of the credentials files; known are {string.Join(", ", chain.ListProfiles().Select(p => p.Name))}"));
        return null;
    }
}
