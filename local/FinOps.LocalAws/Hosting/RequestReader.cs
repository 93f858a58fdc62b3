using FinOps.LocalAws.Signing;
using FinOps.LocalAws.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FinOps.LocalAws.Hosting;

/// <summary>Reads an HTTP request as it stood on the wire: signatures cover the path before anybody normalised it.</summary>
internal static class RequestReader
{
    /// <summary>Largest body held in memory, in bytes. S3's multipart upload carries what is larger.</summary>
    public const int MaximumBody = 256 * 1024 * 1024;

    public static IncomingRequest ReadHead(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in http.Request.Headers)
            headers[name] = string.Join(',', values.ToArray());
        return new IncomingRequest
        {
            Method = http.Request.Method,
            RawPath = question < 0 ? target : target[..question],
            Query = question < 0 ? [] : UriEncoding.ParseQuery(target[question..]),
            Headers = headers,
            Body = ReadOnlyMemory<byte>.Empty,
        };
    }

    /// <exception cref="SignatureRefusedException">The body is larger than <see cref="MaximumBody"/>.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContext http)
    {
        var expected = http.Request.ContentLength ?? 0;
        if (expected > MaximumBody)
            throw TooLarge();
        using var buffer = new MemoryStream((int)expected);
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(chunk, http.RequestAborted)) > 0)
        {
            if (buffer.Length + read > MaximumBody)
                throw TooLarge();
            buffer.Write(chunk, 0, read);
        }
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private static SignatureRefusedException TooLarge() =>
        new(SignatureRefusalKind.TooLarge, $"Your request body exceeds the {MaximumBody / 1024 / 1024} MiB that this endpoint takes at once.");
}
