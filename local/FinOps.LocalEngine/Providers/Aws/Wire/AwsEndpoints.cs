namespace FinOps.LocalEngine.Providers.Aws.Wire;

/// <summary>Where each service is: one endpoint for all, unless the provider's <c>endpoints</c> name another for some.</summary>
internal sealed class AwsEndpoints(Uri @default, IReadOnlyDictionary<string, Uri> overrides)
{
    private static readonly Dictionary<string, string[]> _aliases = new(StringComparer.Ordinal)
    {
        ["costexplorer"] = ["ce"],
        ["configservice"] = ["config"],
        ["cloudwatchevents"] = ["events", "eventbridge"],
        ["cloudwatchlogs"] = ["logs", "cloudwatchlog"],
        ["scheduler"] = ["eventbridgescheduler"],
        ["s3"] = ["s3api"],
    };

    public Uri Default => @default;

    public Uri For(AwsApi api)
    {
        if (overrides.TryGetValue(api.EndpointKey, out var endpoint))
            return endpoint;
        foreach (var alias in _aliases.GetValueOrDefault(api.EndpointKey, []))
            if (overrides.TryGetValue(alias, out endpoint))
                return endpoint;
        return @default;
    }
}
