using FinOps.Infra.Optimization;
using FinOps.Infra.Storage;
using Pulumi;
using Pulumi.Aws.BcmData;
using Pulumi.Aws.BcmData.Inputs;
using Pulumi.Aws.Iam;

namespace FinOps.Infra.CostData;

/// <summary>
/// The exports, the protected bucket that they fill, and the catalog and queries over it. The bucket has S3's own keys: Data Exports then
/// needs no key policy, and readers no permission beyond the bucket's.
/// </summary>
public sealed class CostDataStore : ComponentResource
{
    private const string ExportService = "bcm-data-exports.amazonaws.com";

    /// <param name="hub">The enrollment in Cost Optimization Hub when this stack makes it; the recommendations export comes after it.</param>
    public CostDataStore(string name, CostDataPlan plan, HubMembership? hub, Dictionary<string, string> tags, ComponentResourceOptions? options = null)
        : base("finops:costdata:CostDataStore", name, options)
    {
        var settings = plan.Settings;
        var data = PrivateBucket.Declare(
            "cost-data",
            new PrivateBucketArgs(plan.DataBucket, settings.RetentionDays, settings.VersionDays, DeleteObjectsWithStack: !settings.ProtectData, tags)
            {
                InfrequentAccessDays = settings.InfrequentAccessDays,
                Statement = arn => LetExportsWrite(arn, plan.AccountId),
            },
            new CustomResourceOptions { Parent = this, Protect = settings.ProtectData });
        foreach (var table in plan.Tables)
        {
            var needs = new List<Pulumi.Resource> { data.Policy };
            if (table == ExportTables.Recommendations)
            {
                needs.AddRange(RecommendationNeeds(settings, hub, tags));
            }

            Export(plan, table, data, needs, tags);
        }

        var catalog = new CostCatalog("catalog", plan, tags, new ComponentResourceOptions { Parent = this });
        (Bucket, BucketArn, Database, Workgroup) = (data.Bucket.BucketName, data.Bucket.Arn, catalog.Database, catalog.Workgroup);
        RegisterOutputs();
    }

    public Output<string> Bucket { get; }

    public Output<string> BucketArn { get; }

    public Output<string> Database { get; }

    public Output<string> Workgroup { get; }

    /// <summary>What AWS asks for before it takes an export of recommendations: the enrollment, and a role to read them with.</summary>
    private IEnumerable<Pulumi.Resource> RecommendationNeeds(CostDataSettings settings, HubMembership? hub, Dictionary<string, string> tags)
    {
        if (hub is not null)
        {
            yield return hub.Enrollment;
        }

        if (settings.CreateServiceLinkedRole)
        {
            // Kept with the data: it is one for the whole account, and IAM refuses to make it anew when the stack comes back.
            yield return new ServiceLinkedRole(
                "data-exports",
                new ServiceLinkedRoleArgs { AwsServiceName = ExportService, Description = "Lets Data Exports read the recommendations of Cost Optimization Hub.", Tags = tags },
                new CustomResourceOptions { Parent = this, Protect = settings.ProtectData });
        }
    }

    private void Export(CostDataPlan plan, ExportTable table, PrivateBucket data, List<Pulumi.Resource> needs, Dictionary<string, string> tags)
    {
        // Two exports cannot have one name, and another configuration of the table makes another export.
        var options = new CustomResourceOptions { Parent = this, DeleteBeforeReplace = true };
        options.DependsOn.AddRange(needs);
        _ = new Export(
            table.Word,
            new ExportArgs
            {
                ExportDetails = new ExportExportArgs
                {
                    Name = plan.ExportName(table),
                    Description = table.Description,
                    DataQueries =
                    {
                        new ExportExportDataQueryArgs
                        {
                            QueryStatement = table.Query,
                            TableConfigurations = { { table.Source, table.Configuration } },
                        },
                    },
                    DestinationConfigurations =
                    {
                        new ExportExportDestinationConfigurationArgs
                        {
                            S3Destinations =
                            {
                                new ExportExportDestinationConfigurationS3DestinationArgs
                                {
                                    S3Bucket = data.Bucket.BucketName,
                                    S3Prefix = CostDataPlan.ExportPrefix,
                                    S3Region = plan.Region,
                                    // Overwriting is right for a bill: AWS rewrites past months, and appending would count them twice.
                                    S3OutputConfigurations =
                                    {
                                        new ExportExportDestinationConfigurationS3DestinationS3OutputConfigurationArgs
                                        {
                                            OutputType = "CUSTOM",
                                            Format = "PARQUET",
                                            Compression = "PARQUET",
                                            Overwrite = "OVERWRITE_REPORT",
                                        },
                                    },
                                },
                            },
                        },
                    },
                    RefreshCadences = { new ExportExportRefreshCadenceArgs { Frequency = "SYNCHRONOUS" } },
                },
                Tags = tags,
            },
            options);
    }

    /// <summary>The service writes, for exports of this account alone (the confused-deputy conditions).</summary>
    private static object LetExportsWrite(string bucketArn, string accountId) => new
    {
        Sid = "DataExportsWrite",
        Effect = "Allow",
        Principal = new { Service = ExportService },
        Action = new[] { "s3:PutObject" },
        Resource = new[] { $"{bucketArn}/{CostDataPlan.ExportPrefix}/*" },
        Condition = new
        {
            StringEquals = new Dictionary<string, string> { ["aws:SourceAccount"] = accountId },
            ArnLike = new Dictionary<string, string> { ["aws:SourceArn"] = $"arn:aws:bcm-data-exports:us-east-1:{accountId}:export/*" },
        },
    };
}
