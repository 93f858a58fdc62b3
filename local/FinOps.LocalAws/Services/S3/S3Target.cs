using FinOps.LocalAws.Signing;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.S3;

/// <summary>The bucket and key that a request names, in its path or in front of the host (<c>bucket.127.0.0.1</c>, <c>bucket.localhost</c>).</summary>
internal sealed record S3Target(string? Bucket, string? Key)
{
    public static S3Target Of(IncomingRequest request)
    {
        var path = request.RawPath.StartsWith('/') ? request.RawPath[1..] : request.RawPath;
        if (BucketOfHost(request.Host) is { } bucket)
            return new S3Target(bucket, path.Length == 0 ? null : UriEncoding.Decode(path));
        if (path.Length == 0)
            return new S3Target(null, null);
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 || slash == path.Length - 1
            ? new S3Target(UriEncoding.Decode(path.TrimEnd('/')), null)
            : new S3Target(UriEncoding.Decode(path[..slash]), UriEncoding.Decode(path[(slash + 1)..]));
    }

    private static string? BucketOfHost(string host)
    {
        var colon = host.LastIndexOf(':');
        var name = colon < 0 ? host : host[..colon];
        foreach (var suffix in (string[])[".127.0.0.1", ".localhost"])
            if (name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && name.Length > suffix.Length)
                return name[..^suffix.Length];
        return null;
    }
}
