using System.Text;
using Amazon.Util;
using FinOps.LocalEngine.Providers.Aws.Assets;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:s3/bucketObjectv2:BucketObjectv2; the id is <c>bucket/key</c>.</summary>
internal sealed class BucketObject(AwsSession aws) : IResourceHandler
{
    private static readonly Dictionary<string, string> _headers = new(StringComparer.Ordinal)
    {
        ["acl"] = "x-amz-acl",
        ["cacheControl"] = "cache-control",
        ["contentDisposition"] = "content-disposition",
        ["contentEncoding"] = "content-encoding",
        ["contentLanguage"] = "content-language",
        ["contentType"] = "content-type",
        ["kmsKeyId"] = "x-amz-server-side-encryption-aws-kms-key-id",
        ["objectLockLegalHoldStatus"] = "x-amz-object-lock-legal-hold",
        ["objectLockMode"] = "x-amz-object-lock-mode",
        ["objectLockRetainUntilDate"] = "x-amz-object-lock-retain-until-date",
        ["serverSideEncryption"] = "x-amz-server-side-encryption",
        ["storageClass"] = "x-amz-storage-class",
        ["websiteRedirect"] = "x-amz-website-redirect-location",
    };

    /// <summary>What S3 answers as it was given.</summary>
    private static readonly string[] _readable = ["cacheControl", "contentDisposition", "contentEncoding", "contentLanguage", "contentType", "serverSideEncryption", "storageClass"];

    public Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken) => UpdateAsync(call, cancellationToken);

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var (bucket, key) = (call.Inputs.RequiredText("bucket"), call.Inputs.TextOf("key") ?? call.Name);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (property, header) in _headers)
            if (call.Inputs.TextOf(property) is { } value)
                headers[header] = value;
        foreach (var (name, value) in call.Inputs.TextMapOf("metadata"))
            headers["x-amz-meta-" + name.ToLowerInvariant()] = value;
        if (call.Tags.Count > 0)
            headers["x-amz-tagging"] = string.Join('&', call.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal)
                .Select(tag => $"{AWSSDKUtils.UrlEncode(tag.Key, path: false)}={AWSSDKUtils.UrlEncode(tag.Value, path: false)}"));

        var content = await ContentAsync(call, cancellationToken);
        var response = await aws.S3Async("PutObject", HttpMethod.Put, bucket, call, cancellationToken, key, body: content, headers: headers);
        return Result(call, bucket, key, response);
    }

    private static Applied Result(ResourceCall call, string bucket, string key, AwsResponse response)
    {
        var computed = PropertyMap.Of(
            ("arn", $"arn:{AwsSession.PartitionOf(call.Region)}:s3:::{bucket}/{key}"),
            ("key", key),
            ("etag", response.Headers.GetValueOrDefault("etag", "").Trim('"')));
        if (response.Headers.TryGetValue("x-amz-version-id", out var version))
            computed = computed.Set("versionId", version);
        return new Applied($"{bucket}/{key}", computed);
    }

    public async Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var (bucket, key) = Split(call.Id);
        await aws.S3Async("DeleteObject", HttpMethod.Delete, bucket, call, cancellationToken, key).Unless("NoSuchBucket", "NoSuchKey");
    }

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var (bucket, key) = Split(call.Id);
        var live = aws.S3Async("HeadObject", HttpMethod.Head, bucket, call, cancellationToken, key);
        if (!await live.Unless("NoSuchBucket", "NoSuchKey", "NotFound", "Http404"))
            return null;
        var answer = await live;
        var told = PropertyMap.Create(_readable.Where(call.Inputs.ContainsKey)
            .Select(property => KeyValuePair.Create(property, answer.Headers.TryGetValue(_headers[property], out var value) ? PropertyValue.Of(value) : PropertyValue.Null)));
        var tag = answer.Headers.GetValueOrDefault("etag", "").Trim('"');
        // Other content than the last deployment's: told by an input that the program does not set, so that the next one puts its own.
        if (call.OldOutputs.TextOf("etag") is { } deployed && deployed != tag)
            told = told.Set("etag", tag);
        var tags = await aws.S3Async("GetObjectTagging", HttpMethod.Get, bucket, call, cancellationToken, key, query: [new("tagging", "")]);
        return Result(call, bucket, key, answer).Reading(told, LiveTags.OfXml(S3Calls.Xml(tags)));
    }

    private async Task<ReadOnlyMemory<byte>> ContentAsync(ResourceCall call, CancellationToken cancellationToken) => call.Inputs.Find("source") switch
    {
        AssetValue asset => await AssetReader.ReadAsync(asset, aws.ProgramDirectory, cancellationToken),
        ArchiveValue archive => await ArchivePacker.PackAsync(archive, aws.ProgramDirectory, cancellationToken),
        _ when call.Inputs.TextOf("contentBase64") is { } base64 => Convert.FromBase64String(base64),
        _ => Encoding.UTF8.GetBytes(call.Inputs.TextOf("content") ?? ""),
    };

    private static (string Bucket, string Key) Split(string id)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        return (id[..slash], id[(slash + 1)..]);
    }
}
