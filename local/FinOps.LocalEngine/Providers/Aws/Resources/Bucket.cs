using System.Xml.Linq;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>
/// aws:s3/bucket:Bucket. The deprecated settings inside the bucket are refused when it is applied: their own resource types
/// (bucketVersioning, bucketPolicy, ...) are the way, and to drop a setting silently would be worse.
/// </summary>
internal sealed class Bucket(AwsSession aws) : IResourceHandler
{
    private static readonly string[] _inlineSettings =
    [
        "accelerationStatus", "acl", "corsRules", "grants", "lifecycleRules", "logging", "objectLockConfiguration", "policy",
        "replicationConfiguration", "requestPayer", "serverSideEncryptionConfiguration", "versioning", "website",
    ];

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        RefuseInlineSettings(call);
        var name = call.Inputs.RequiredText("bucket");
        var location = call.Region == "us-east-1" ? null : new XElement("CreateBucketConfiguration", new XElement("LocationConstraint", call.Region));
        var headers = call.Inputs.FlagOf("objectLockEnabled") == true
            ? new Dictionary<string, string>(StringComparer.Ordinal) { ["x-amz-bucket-object-lock-enabled"] = "true" }
            : [];
        await aws.S3Async("CreateBucket", HttpMethod.Put, name, call, cancellationToken, xml: location, headers: headers).Unless("BucketAlreadyOwnedByYou");
        return await UpdateAsync(call with { Id = name }, cancellationToken);
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        RefuseInlineSettings(call);
        if (call.Tags.Count > 0)
            await aws.S3Async("PutBucketTagging", HttpMethod.Put, call.Id, call, cancellationToken, xml: S3Calls.TagSet(call.Tags), query: [new("tagging", "")]);
        else if (call.OldTags.Count > 0)
            await aws.S3Async("DeleteBucketTagging", HttpMethod.Delete, call.Id, call, cancellationToken, query: [new("tagging", "")]);
        return Result(call.Id, call.Region);
    }

    public async Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        if (call.Inputs.FlagOf("forceDestroy") == true)
            await EmptyAsync(call, cancellationToken);
        await aws.S3Async("DeleteBucket", HttpMethod.Delete, call.Id, call, cancellationToken).Unless("NoSuchBucket");
    }

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        if (!await aws.S3Async("HeadBucket", HttpMethod.Head, call.Id, call, cancellationToken).Unless("NoSuchBucket", "NotFound", "Http404"))
            return null;
        var tags = aws.S3Async("GetBucketTagging", HttpMethod.Get, call.Id, call, cancellationToken, query: [new("tagging", "")]);
        return Result(call.Id, call.Region).Reading(PropertyMap.Empty, LiveTags.OfXml(await tags.Unless("NoSuchTagSet") ? S3Calls.Xml(await tags) : null));
    }

    private async Task EmptyAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            AwsResponse page;
            try
            {
                KeyValuePair<string, string>[] query = token is null ? [new("list-type", "2")] : [new("list-type", "2"), new("continuation-token", token)];
                page = await aws.S3Async("ListObjectsV2", HttpMethod.Get, call.Id, call, cancellationToken, query: query);
            }
            catch (AwsCallException refusal) when (refusal.Is("NoSuchBucket"))
            {
                return;
            }
            var list = S3Calls.Xml(page);
            foreach (var key in list.Elements("Contents").Select(item => item.Element("Key")!.Value))
                await aws.S3Async("DeleteObject", HttpMethod.Delete, call.Id, call, cancellationToken, key);
            token = list.Element("NextContinuationToken")?.Value;
        }
        while (!string.IsNullOrEmpty(token));
    }

    private static void RefuseInlineSettings(ResourceCall call)
    {
        var used = _inlineSettings.Where(setting => call.Inputs.Find(setting) is not (null or NullValue)).ToList();
        if (used.Count > 0)
            throw AwsFailures.NotApplied(call, $"the bucket's inline {string.Join(", ", used)}", "Use the resource types of their own, for example aws:s3/bucketVersioning:BucketVersioning.");
    }

    private static Applied Result(string name, string region)
    {
        var computed = PropertyMap.Of(
            ("arn", $"arn:{AwsSession.PartitionOf(region)}:s3:::{name}"),
            ("bucket", name),
            ("bucketDomainName", $"{name}.s3.amazonaws.com"),
            ("bucketRegion", region),
            ("bucketRegionalDomainName", $"{name}.s3.{region}.amazonaws.com"));
        // AWS's fixed zone of S3 website endpoints; other regions have others, which nothing here needs.
        return new Applied(name, region == "us-east-1" ? computed.Set("hostedZoneId", "Z3AQBSTGFYJSTF") : computed);
    }
}
