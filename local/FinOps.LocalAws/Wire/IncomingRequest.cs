namespace FinOps.LocalAws.Wire;

/// <summary>One HTTP request as it stood on the wire, its body read to the end and, where it was aws-chunked, decoded.</summary>
internal sealed record IncomingRequest
{
    public required string Method { get; init; }

    /// <summary>The path as sent, still percent-encoded.</summary>
    public required string RawPath { get; init; }

    /// <summary>Decoded query parameters in the order sent; a parameter without '=' has an empty value.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Query { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    public string Host => Header("host") ?? "";

    /// <summary>The header's value (several joined by a comma), or null when absent.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    /// <summary>The first query parameter of that name, or null when absent.</summary>
    public string? QueryValue(string name)
    {
        foreach (var (key, value) in Query)
            if (key == name)
                return value;
        return null;
    }
}
