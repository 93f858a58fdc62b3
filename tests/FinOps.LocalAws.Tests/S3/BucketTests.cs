using Amazon.S3;
using Amazon.S3.Model;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.S3;

public sealed class BucketTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>, IDisposable
{
    private readonly AmazonS3Client _s3 = S3Client.Of(endpoint.Server);

    [Fact]
    public async Task Delete_NotEmpty_IsRefusedUntilItIsEmpty()
    {
        await _s3.PutBucketAsync("full");
        await _s3.PutObjectAsync(new PutObjectRequest { BucketName = "full", Key = "k", ContentBody = "v" });

        var refused = await Assert.ThrowsAsync<AmazonS3Exception>(() => _s3.DeleteBucketAsync("full"));
        await _s3.DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = "full", Objects = [new KeyVersion { Key = "k" }, new KeyVersion { Key = "never-there" }] });
        await _s3.DeleteBucketAsync("full");

        Assert.Equal("BucketNotEmpty", refused.ErrorCode);
        Assert.DoesNotContain((await _s3.ListBucketsAsync()).Buckets ?? [], bucket => bucket.BucketName == "full");
    }

    [Theory]
    [InlineData("UPPER")]
    [InlineData("a..b")]
    [InlineData("10.0.0.1")]
    [InlineData("ab")]
    [InlineData("-dash")]
    public async Task Create_BadName_IsRefused(string name)
    {
        using var put = endpoint.Calls.Make("s3", HttpMethod.Put, $"/{name}", [], null);
        using var response = await endpoint.Calls.SendAsync(put);

        Assert.Contains("InvalidBucketName", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_OfANewBucket_AreAwsDefaults()
    {
        await _s3.PutBucketAsync("defaults");

        var block = await _s3.GetPublicAccessBlockAsync(new GetPublicAccessBlockRequest { BucketName = "defaults" });
        var encryption = await _s3.GetBucketEncryptionAsync(new GetBucketEncryptionRequest { BucketName = "defaults" });
        var lifecycle = await CodeAsync(HttpMethod.Get, "/defaults?lifecycle");

        Assert.True(block.PublicAccessBlockConfiguration.BlockPublicPolicy);
        Assert.Equal(ServerSideEncryptionMethod.AES256, Assert.Single(encryption.ServerSideEncryptionConfiguration.ServerSideEncryptionRules).ServerSideEncryptionByDefault.ServerSideEncryptionAlgorithm);
        Assert.Equal("NoSuchLifecycleConfiguration", lifecycle);
        Assert.Equal("NoSuchTagSet", await CodeAsync(HttpMethod.Get, "/defaults?tagging"));
        Assert.Equal("NoSuchBucketPolicy", await CodeAsync(HttpMethod.Get, "/defaults?policy"));
    }

    [Fact]
    public async Task Documents_PutAndDeleted_ComeBackAsSent()
    {
        await _s3.PutBucketAsync("documents");
        await _s3.PutBucketVersioningAsync(new PutBucketVersioningRequest { BucketName = "documents", VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Enabled } });
        await _s3.PutBucketTaggingAsync("documents", [new Tag { Key = "Team", Value = "FinOps" }]);

        var versioning = await _s3.GetBucketVersioningAsync("documents");
        var tags = await _s3.GetBucketTaggingAsync(new GetBucketTaggingRequest { BucketName = "documents" });
        await _s3.DeleteBucketTaggingAsync("documents");

        Assert.Equal(VersionStatus.Enabled, versioning.VersioningConfig.Status);
        Assert.Equal("FinOps", Assert.Single(tags.TagSet).Value);
        Assert.Equal("NoSuchTagSet", await CodeAsync(HttpMethod.Get, "/documents?tagging"));
        Assert.Equal("MalformedXML", await CodeAsync(HttpMethod.Put, "/documents?versioning", "<VersioningConfiguration><Status>Maybe</Status></VersioningConfiguration>"));
        Assert.Equal("MalformedXML", await CodeAsync(HttpMethod.Put, "/documents?tagging", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Tagging/>"));
        Assert.Equal("MalformedPolicy", await CodeAsync(HttpMethod.Put, "/documents?policy", "{"));
        Assert.Equal("NoSuchBucket", await CodeAsync(HttpMethod.Get, "/nowhere?policy"));
    }

    public void Dispose() => _s3.Dispose();

    private async Task<string> CodeAsync(HttpMethod method, string path, string body = "")
    {
        using var message = endpoint.Calls.Make("s3", method, path, System.Text.Encoding.UTF8.GetBytes(body), null);
        using var response = await endpoint.Calls.SendAsync(message);
        return System.Xml.Linq.XElement.Parse(await response.Content.ReadAsStringAsync()).Element("Code")!.Value;
    }
}
