using System.Net;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.S3;

/// <summary>Objects through AWSSDK.S3, which signs its chunks and sends checksums by itself.</summary>
public sealed class ObjectTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>, IDisposable
{
    private readonly AmazonS3Client _s3 = S3Client.Of(endpoint.Server);

    [Fact]
    public async Task Put_ThenGet_KeepsContentHeadersMetadataAndTags()
    {
        var bucket = await BucketAsync("round-trip");
        await _s3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = bucket,
            Key = "reports/2026 11/übersicht+1.html",
            ContentBody = "<p>héllo</p>",
            ContentType = "text/html; charset=utf-8",
            Metadata = { ["owner"] = "finops" },
            TagSet = [new Tag { Key = "Team", Value = "Fin Ops" }],
        });

        using var got = await _s3.GetObjectAsync(bucket, "reports/2026 11/übersicht+1.html");
        var tags = await _s3.GetObjectTaggingAsync(new GetObjectTaggingRequest { BucketName = bucket, Key = "reports/2026 11/übersicht+1.html" });

        Assert.Equal("<p>héllo</p>", await new StreamReader(got.ResponseStream).ReadToEndAsync());
        Assert.Equal("text/html; charset=utf-8", got.Headers.ContentType);
        Assert.Equal("finops", got.Metadata["owner"]);
        Assert.Equal("Fin Ops", Assert.Single(tags.Tagging).Value);
    }

    [Theory]
    [InlineData("../../escape.txt")]
    [InlineData("/leading//double/")]
    [InlineData("a/./b/../c")]
    [InlineData("con\\aux:nul?*\"<>|")]
    public async Task Put_HostileKey_IsJustAKey(string key)
    {
        var bucket = await BucketAsync("hostile");
        using var put = endpoint.Calls.Make("s3", HttpMethod.Put, $"/{bucket}/{Uri.EscapeDataString(key)}", Encoding.UTF8.GetBytes(key), null);
        using var response = await endpoint.Calls.SendAsync(put);

        var listed = await _s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(listed.S3Objects, each => each.Key == key);
        Assert.DoesNotContain(Directory.EnumerateFiles(endpoint.Directory, "*", SearchOption.AllDirectories), file => file.Contains("escape", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Put_Empty_GetsEmpty()
    {
        var bucket = await BucketAsync("empty");
        await _s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "nothing", ContentBody = "" });

        using var got = await _s3.GetObjectAsync(bucket, "nothing");

        Assert.Equal(0, got.ContentLength);
    }

    [Fact]
    public async Task Put_Conditions_MakeItCreateOnlyAndCompareAndSwap()
    {
        var bucket = await BucketAsync("conditions");
        var first = await _s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "lock", ContentBody = "1", IfNoneMatch = "*" });

        var second = await Assert.ThrowsAsync<AmazonS3Exception>(() => _s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "lock", ContentBody = "2", IfNoneMatch = "*" }));
        var stale = await Assert.ThrowsAsync<AmazonS3Exception>(() => _s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "lock", ContentBody = "2", IfMatch = "\"0\"" }));
        await _s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "lock", ContentBody = "3", IfMatch = first.ETag });

        Assert.Equal((HttpStatusCode.PreconditionFailed, "PreconditionFailed"), (second.StatusCode, second.ErrorCode));
        Assert.Equal("PreconditionFailed", stale.ErrorCode);
    }

    [Fact]
    public async Task Put_WrongChecksum_IsRefusedAndNothingIsStored()
    {
        var bucket = await BucketAsync("checksums");
        foreach (var (name, value) in ((string, string)[])[("x-amz-checksum-crc32", "AAAAAA=="), ("x-amz-checksum-crc64nvme", "AAAAAAAAAAA="), ("content-md5", "1B2M2Y8AsgTpgAmY7PhCfg==")])
        {
            using var put = endpoint.Calls.Make("s3", HttpMethod.Put, $"/{bucket}/k", "body"u8.ToArray(), null, name.StartsWith('x') ? [(name, value)] : []);
            if (name == "content-md5")
                put.Content!.Headers.ContentMD5 = Convert.FromBase64String(value);
            using var response = await endpoint.Calls.SendAsync(put);
            Assert.Contains("BadDigest", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Empty((await _s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket })).S3Objects ?? []);
    }

    [Theory]
    [InlineData("bytes=0-3", "0123", "bytes 0-3/10")]
    [InlineData("bytes=7-", "789", "bytes 7-9/10")]
    [InlineData("bytes=-2", "89", "bytes 8-9/10")]
    [InlineData("bytes=8-100", "89", "bytes 8-9/10")]
    public async Task Get_Range_AnswersThatPart(string range, string expected, string contentRange)
    {
        var bucket = await BucketAsync("ranges");
        await _s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "digits", ContentBody = "0123456789" });
        using var get = endpoint.Calls.Make("s3", HttpMethod.Get, $"/{bucket}/digits", [], null);
        get.Headers.TryAddWithoutValidation("Range", range);

        using var response = await endpoint.Calls.SendAsync(get);

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
        Assert.Equal(contentRange, response.Content.Headers.ContentRange!.ToString());
    }

    [Fact]
    public async Task List_WithDelimiterAndSmallPages_FindsEverythingOnce()
    {
        var bucket = await BucketAsync("listing");
        string[] keys = ["a", "dir/1", "dir/2", "dir/sub/3", "dir2/4", "e/", "z", "ä"];
        foreach (var key in keys)
            await _s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = key });

        var (objects, prefixes) = (new List<string>(), new List<string>());
        var request = new ListObjectsV2Request { BucketName = bucket, Delimiter = "/", MaxKeys = 2 };
        ListObjectsV2Response page;
        do
        {
            page = await _s3.ListObjectsV2Async(request);
            objects.AddRange((page.S3Objects ?? []).Select(each => each.Key));
            prefixes.AddRange(page.CommonPrefixes ?? []);
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);

        Assert.Equal(["a", "z", "ä"], objects);
        Assert.Equal(["dir/", "dir2/", "e/"], prefixes);
    }

    [Fact]
    public async Task Presigned_Link_WorksUntilItExpires()
    {
        var bucket = await BucketAsync("links");
        await _s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "report.html", ContentBody = "hello" });
        var link = _s3.GetPreSignedURL(new GetPreSignedUrlRequest { BucketName = bucket, Key = "report.html", Expires = DateTime.SpecifyKind(TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5), DateTimeKind.Utc), Protocol = Protocol.HTTP });
        using var http = new HttpClient();

        var body = await http.GetStringAsync(link);
        using var tampered = await http.GetAsync(link.Replace("report", "other", StringComparison.Ordinal));

        Assert.Equal("hello", body);
        Assert.Equal(HttpStatusCode.Forbidden, tampered.StatusCode);
    }

    [Fact]
    public async Task Get_VirtualHostStyle_FindsTheBucketInTheHost()
    {
        var bucket = await BucketAsync("virtual");
        await _s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "k", ContentBody = "v" });
        using var get = endpoint.Calls.Make("s3", HttpMethod.Get, "/k", [], null, ("host", $"{bucket}.localhost:{endpoint.Server.Url.Port}"));

        using var response = await endpoint.Calls.SendAsync(get);

        Assert.Equal("v", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Multipart_PartsOutOfOrderAndReplaced_JoinByNumber()
    {
        var bucket = await BucketAsync("multipart");
        var upload = await _s3.InitiateMultipartUploadAsync(bucket, "big");
        var (first, second) = (new byte[5 * 1024 * 1024], "tail"u8.ToArray());
        first[0] = 7;
        var two = await PartAsync(bucket, upload.UploadId, 2, second);
        await PartAsync(bucket, upload.UploadId, 1, new byte[10]);
        var one = await PartAsync(bucket, upload.UploadId, 1, first);

        var done = await _s3.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest
        {
            BucketName = bucket, Key = "big", UploadId = upload.UploadId, PartETags = [new PartETag(1, one), new PartETag(2, two)],
        });
        using var got = await _s3.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = "big", ByteRange = new Amazon.S3.Model.ByteRange(first.Length - 1, first.Length + 3) });
        using var buffer = new MemoryStream();
        await got.ResponseStream.CopyToAsync(buffer);

        Assert.EndsWith("-2\"", done.ETag, StringComparison.Ordinal);
        Assert.Equal("\0tail", Encoding.ASCII.GetString(buffer.ToArray()));
    }

    public void Dispose() => _s3.Dispose();

    private async Task<string> PartAsync(string bucket, string upload, int number, byte[] bytes) => (await _s3.UploadPartAsync(new UploadPartRequest
    {
        BucketName = bucket, Key = "big", UploadId = upload, PartNumber = number, InputStream = new MemoryStream(bytes),
    })).ETag;

    private async Task<string> BucketAsync(string name)
    {
        await _s3.PutBucketAsync(name);
        return name;
    }
}
