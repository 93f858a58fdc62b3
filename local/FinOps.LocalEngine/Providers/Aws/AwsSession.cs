using System.Text.Json.Nodes;
using System.Xml.Linq;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws;

/// <summary>What every handler needs: signed calls, the region, and whose account it is (asked of STS once).</summary>
internal sealed class AwsSession(AwsClient client, string region, string programDirectory, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private Task<CallerIdentity>? _identity;

    public AwsClient Client => client;

    public string Region => region;

    public string ProgramDirectory => programDirectory;

    public TimeProvider Clock => clock;

    public static string PartitionOf(string region) =>
        region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn" : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov" : "aws";

    public async Task<CallerIdentity> IdentityAsync(CancellationToken cancellationToken)
    {
        Task<CallerIdentity> identity;
        lock (_lock)
        {
            // A failed attempt is not kept: the endpoint may come up.
            if (_identity is null or { IsFaulted: true } or { IsCanceled: true })
                _identity = AskAsync(cancellationToken);
            identity = _identity;
        }
        return await identity;
    }

    public Task<JsonObject> JsonAsync(AwsApi api, string operation, JsonObject input, CancellationToken cancellationToken, string? inRegion = null) =>
        client.JsonAsync(api, inRegion ?? region, operation, input, cancellationToken);

    public Task<XElement> QueryAsync(AwsApi api, string operation, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken, string? inRegion = null) =>
        client.QueryAsync(api, inRegion ?? region, operation, fields, cancellationToken);

    /// <summary>Follows the token until there is none; an empty page with a token is normal.</summary>
    public async Task<List<JsonObject>> PagesAsync(
        AwsApi api, string operation, JsonObject input, string list, CancellationToken cancellationToken, string requestToken = "NextToken", string responseToken = "NextToken", string? inRegion = null)
    {
        var items = new List<JsonObject>();
        string? token = null;
        do
        {
            var page = (JsonObject)input.DeepClone();
            if (token is not null)
                page[requestToken] = token;
            var answer = await JsonAsync(api, operation, page, cancellationToken, inRegion);
            items.AddRange((answer[list] as JsonArray ?? []).OfType<JsonObject>());
            token = (string?)answer[responseToken];
        }
        while (!string.IsNullOrEmpty(token));
        return items;
    }

    private async Task<CallerIdentity> AskAsync(CancellationToken cancellationToken)
    {
        var answer = await QueryAsync(AwsApi.Sts, "GetCallerIdentity", [], cancellationToken);
        return new CallerIdentity(answer.Element("Account")!.Value, answer.Element("Arn")!.Value, answer.Element("UserId")!.Value);
    }
}
