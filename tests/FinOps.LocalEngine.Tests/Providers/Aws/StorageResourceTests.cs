using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Providers.Aws;

/// <summary>The bucket, its settings and its objects.</summary>
public sealed class StorageResourceTests(AwsFixture aws) : IClassFixture<AwsFixture>
{
    [Fact]
    public async Task BucketWithSettingsAndObject_WholeLife_IsApplied()
    {
        var provider = aws.Provider();
        var bucket = new ProviderDriver(provider, "aws:s3/bucket:Bucket", "Reports");
        var created = await bucket.CreateAsync(("forceDestroy", true), ("tags", PropertyMap.Of(("Team", "finops & co"))));
        Assert.Matches("^reports-[0-9a-f]{7}$", bucket.Id);
        Assert.Equal($"arn:aws:s3:::{bucket.Id}", created.Text("arn"));
        Assert.Equal($"{bucket.Id}.s3.us-east-1.amazonaws.com", created.Text("bucketRegionalDomainName"));
        await bucket.Forgetting().CreateAsync(("forceDestroy", true));

        ProviderDriver[] settings =
        [
            await SettingAsync("bucketVersioning:BucketVersioning", ("versioningConfiguration", PropertyMap.Of(("status", "Enabled")))),
            await SettingAsync("bucketPublicAccessBlock:BucketPublicAccessBlock", ("blockPublicAcls", true), ("blockPublicPolicy", true), ("ignorePublicAcls", true), ("restrictPublicBuckets", true)),
            await SettingAsync("bucketOwnershipControls:BucketOwnershipControls", ("rule", PropertyMap.Of(("objectOwnership", "BucketOwnerEnforced")))),
            await SettingAsync("bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
                ("rules", PropertyValue.Of([PropertyMap.Of(("applyServerSideEncryptionByDefault", PropertyMap.Of(("sseAlgorithm", "AES256"))))]))),
            await SettingAsync("bucketLifecycleConfiguration:BucketLifecycleConfiguration",
                ("rules", PropertyValue.Of([PropertyMap.Of(("id", "old"), ("status", "Enabled"), ("filter", PropertyMap.Of(("prefix", "reports/"))), ("expiration", PropertyMap.Of(("days", 400d))))]))),
            await SettingAsync("bucketPolicy:BucketPolicy", ("policy", """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::BUCKET/*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}""".Replace("BUCKET", bucket.Id, StringComparison.Ordinal))),
        ];
        foreach (var setting in settings)
            Assert.NotNull(await setting.ReadAsync());

        var item = new ProviderDriver(provider, "aws:s3/bucketObjectv2:BucketObjectv2", "standard");
        var written = await item.CreateAsync(("bucket", bucket.Id), ("key", "config/tag standard.yaml"), ("source", new AssetValue("keys: []", null, null)), ("contentType", "text/yaml"));
        Assert.Equal($"{bucket.Id}/config/tag standard.yaml", item.Id);
        Assert.NotEmpty(written.Text("etag")!);
        Assert.NotNull(await item.ReadAsync());

        foreach (var setting in settings.Reverse())
            await setting.DeleteAsync();
        await bucket.DeleteAsync();
        Assert.Null(await bucket.ReadAsync());
        await bucket.DeleteAsync();

        async Task<ProviderDriver> SettingAsync(string type, params (string, PropertyValue)[] inputs)
        {
            var setting = new ProviderDriver(provider, "aws:s3/" + type, type[..6]);
            await setting.CreateAsync([("bucket", bucket.Id), .. inputs]);
            Assert.Equal(bucket.Id, setting.Id);
            return setting;
        }
    }

    [Fact]
    public async Task Bucket_InlineSetting_IsRefusedWithTheTypeToUse()
    {
        var failure = await Assert.ThrowsAsync<FinOps.LocalEngine.Problems.EngineException>(() =>
            new ProviderDriver(aws.Provider(), "aws:s3/bucket:Bucket", "inline").CreateAsync(("versioning", PropertyMap.Of(("enabled", true)))));

        Assert.Equal("FIN3064", Assert.Single(failure.Problems).Id);
        Assert.Contains("bucketVersioning", failure.Message, StringComparison.Ordinal);
    }
}
