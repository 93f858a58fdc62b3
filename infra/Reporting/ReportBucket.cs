using System.Text.Json;
using Pulumi;
using Pulumi.Aws.S3;
using Nested = Pulumi.Aws.S3.Inputs;

namespace FinOps.Infra.Reporting;

/// <summary>Where reports are kept: private, encrypted, versioned, TLS only, with an end to everything it stores.</summary>
public sealed class ReportBucket : ComponentResource
{
    public ReportBucket(string name, string bucketName, ReportingSettings settings, Dictionary<string, string> tags, ComponentResourceOptions? options = null)
        : base("finops:reporting:ReportBucket", name, options)
    {
        var parent = new CustomResourceOptions { Parent = this };
        var bucket = new Bucket("reports", new BucketArgs { BucketName = bucketName, ForceDestroy = settings.DeleteReportsWithStack, Tags = tags }, parent);
        Name = bucket.BucketName;
        Arn = bucket.Arn;

        _ = new BucketPublicAccessBlock("reports", new BucketPublicAccessBlockArgs
        {
            Bucket = bucket.Id,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        }, parent);
        _ = new BucketServerSideEncryptionConfiguration("reports", new BucketServerSideEncryptionConfigurationArgs
        {
            Bucket = bucket.Id,
            Rules =
            {
                new Nested.BucketServerSideEncryptionConfigurationRuleArgs
                {
                    ApplyServerSideEncryptionByDefault = new Nested.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs { SseAlgorithm = "AES256" },
                },
            },
        }, parent);
        _ = new BucketVersioning("reports", new BucketVersioningArgs
        {
            Bucket = bucket.Id,
            VersioningConfiguration = new Nested.BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
        }, parent);
        _ = new BucketLifecycleConfiguration("reports", new BucketLifecycleConfigurationArgs
        {
            Bucket = bucket.Id,
            Rules =
            {
                new Nested.BucketLifecycleConfigurationRuleArgs
                {
                    Id = "end-of-life",
                    Status = "Enabled",
                    Filter = new Nested.BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
                    Expiration = new Nested.BucketLifecycleConfigurationRuleExpirationArgs { Days = settings.ReportRetentionDays },
                    NoncurrentVersionExpiration = new Nested.BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs { NoncurrentDays = 30 },
                    AbortIncompleteMultipartUpload = new Nested.BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs { DaysAfterInitiation = 7 },
                },
            },
        }, parent);
        _ = new BucketPolicy("reports", new BucketPolicyArgs { Bucket = bucket.Id, Policy = bucket.Arn.Apply(TlsOnly) }, parent);
        RegisterOutputs();
    }

    public Output<string> Name { get; }

    public Output<string> Arn { get; }

    private static string TlsOnly(string arn) => JsonSerializer.Serialize(new
    {
        Version = "2012-10-17",
        Statement = new[]
        {
            new
            {
                Sid = "TlsOnly",
                Effect = "Deny",
                Principal = "*",
                Action = "s3:*",
                Resource = new[] { arn, $"{arn}/*" },
                Condition = new { Bool = new Dictionary<string, string> { ["aws:SecureTransport"] = "false" } },
            },
        },
    });
}
