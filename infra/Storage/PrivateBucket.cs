using FinOps.Infra.Permissions;
using Pulumi;
using Pulumi.Aws.S3;
using Nested = Pulumi.Aws.S3.Inputs;

namespace FinOps.Infra.Storage;

/// <summary>A bucket as this stack makes every one: private, encrypted with S3's own keys, versioned, TLS only, with an end to what it stores.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Policy">Its policy: whoever writes on the strength of it depends on it.</param>
public sealed record PrivateBucket(Bucket Bucket, BucketPolicy Policy)
{
    private const int UnfinishedUploadDays = 7;

    /// <param name="name">The logical name of the bucket and of each of its settings.</param>
    /// <param name="options">For all of them: what protects the bucket protects its settings.</param>
    public static PrivateBucket Declare(string name, PrivateBucketArgs args, CustomResourceOptions options)
    {
        var bucket = new Bucket(name, new BucketArgs { BucketName = args.BucketName, ForceDestroy = args.DeleteObjectsWithStack, Tags = args.Tags }, options);
        _ = new BucketPublicAccessBlock(name, new BucketPublicAccessBlockArgs
        {
            Bucket = bucket.Id,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        }, options);
        _ = new BucketServerSideEncryptionConfiguration(name, new BucketServerSideEncryptionConfigurationArgs
        {
            Bucket = bucket.Id,
            Rules =
            {
                new Nested.BucketServerSideEncryptionConfigurationRuleArgs
                {
                    ApplyServerSideEncryptionByDefault = new Nested.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs { SseAlgorithm = "AES256" },
                },
            },
        }, options);
        _ = new BucketVersioning(name, new BucketVersioningArgs
        {
            Bucket = bucket.Id,
            VersioningConfiguration = new Nested.BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
        }, options);
        _ = new BucketLifecycleConfiguration(name, new BucketLifecycleConfigurationArgs { Bucket = bucket.Id, Rules = { Rule(args) } }, options);
        var policy = new BucketPolicy(name, new BucketPolicyArgs { Bucket = bucket.Id, Policy = bucket.Arn.Apply(arn => Document(arn, args.Statement)) }, options);
        return new PrivateBucket(bucket, policy);
    }

    private static Nested.BucketLifecycleConfigurationRuleArgs Rule(PrivateBucketArgs args)
    {
        var rule = new Nested.BucketLifecycleConfigurationRuleArgs
        {
            Id = "end-of-life",
            Status = "Enabled",
            Filter = new Nested.BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
            Expiration = new Nested.BucketLifecycleConfigurationRuleExpirationArgs { Days = args.RetentionDays },
            NoncurrentVersionExpiration = new Nested.BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs { NoncurrentDays = args.VersionDays },
            AbortIncompleteMultipartUpload = new Nested.BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs { DaysAfterInitiation = UnfinishedUploadDays },
        };
        if (args.InfrequentAccessDays is { } days)
        {
            rule.Transitions.Add(new Nested.BucketLifecycleConfigurationRuleTransitionArgs { Days = days, StorageClass = "STANDARD_IA" });
        }

        return rule;
    }

    private static string Document(string arn, Func<string, object>? statement)
    {
        var tlsOnly = new
        {
            Sid = "TlsOnly",
            Effect = "Deny",
            Principal = "*",
            Action = "s3:*",
            Resource = new[] { arn, $"{arn}/*" },
            Condition = new { Bool = new Dictionary<string, string> { ["aws:SecureTransport"] = "false" } },
        };
        return statement is null ? PolicyDocument.Of(tlsOnly) : PolicyDocument.Of(tlsOnly, statement(arn));
    }
}

/// <param name="RetentionDays">Days after which objects expire.</param>
/// <param name="VersionDays">Days for which a version is kept once it was replaced or deleted.</param>
/// <param name="DeleteObjectsWithStack">Whether destroying the stack empties the bucket first.</param>
public sealed record PrivateBucketArgs(string BucketName, int RetentionDays, int VersionDays, bool DeleteObjectsWithStack, Dictionary<string, string> Tags)
{
    /// <summary>Days after which objects move to the cheaper storage class; null keeps them where they are.</summary>
    public int? InfrequentAccessDays { get; init; }

    /// <summary>A further statement of the bucket's policy, from the bucket's ARN.</summary>
    public Func<string, object>? Statement { get; init; }
}
