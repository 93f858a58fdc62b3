using FinOps.Infra.Storage;
using Pulumi;

namespace FinOps.Infra.Reporting;

/// <summary>Where reports are kept.</summary>
public sealed class ReportBucket : ComponentResource
{
    private const int VersionDays = 30;

    /// <param name="statement">A further statement of the bucket's policy, from its ARN.</param>
    public ReportBucket(string name, string bucketName, ReportingSettings settings, Dictionary<string, string> tags, Func<string, object>? statement = null, ComponentResourceOptions? options = null)
        : base("finops:reporting:ReportBucket", name, options)
    {
        var bucket = PrivateBucket.Declare(
            "reports",
            new PrivateBucketArgs(bucketName, settings.ReportRetentionDays, VersionDays, settings.DeleteReportsWithStack, tags) { Statement = statement },
            new CustomResourceOptions { Parent = this }).Bucket;
        Name = bucket.BucketName;
        Arn = bucket.Arn;
        RegisterOutputs();
    }

    public Output<string> Name { get; }

    public Output<string> Arn { get; }
}
