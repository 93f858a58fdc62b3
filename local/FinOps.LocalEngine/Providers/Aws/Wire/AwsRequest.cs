namespace FinOps.LocalEngine.Providers.Aws.Wire;

/// <summary>One call before it is signed.</summary>
/// <param name="Api">The service.</param>
/// <param name="Operation">Its name, for errors.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Absolute, each segment percent-encoded already.</param>
/// <param name="Region">The region to sign for; global services ignore it.</param>
internal sealed record AwsRequest(AwsApi Api, string Operation, HttpMethod Method, string Path, string Region)
{
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>Header names in lower case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public ReadOnlyMemory<byte> Body { get; init; }
}
