using FinOps.Infra.Storage;
using Pulumi;
using Pulumi.Aws.Athena;
using Pulumi.Aws.Athena.Inputs;
using Pulumi.Aws.Glue;
using Pulumi.Aws.Glue.Inputs;

namespace FinOps.Infra.CostData;

/// <summary>
/// The Glue tables over the exports, and the Athena workgroup with its named queries. Partitions are projected from the layout, so there is
/// no crawler to pay for, and a new month is there as soon as its files are.
/// </summary>
public sealed class CostCatalog : ComponentResource
{
    private const int ResultVersionDays = 1;
    private const int BytesInMb = 1_000_000;

    public CostCatalog(string name, CostDataPlan plan, Dictionary<string, string> tags, ComponentResourceOptions? options = null)
        : base("finops:costdata:CostCatalog", name, options)
    {
        var parent = new CustomResourceOptions { Parent = this };
        var database = new CatalogDatabase("cost-data", new CatalogDatabaseArgs
        {
            Name = plan.Database,
            Description = "AWS data exports: the bill, and what would lower it.",
            Tags = tags,
        }, parent);
        foreach (var table in plan.Tables)
        {
            Table(plan, table, database, parent);
        }

        var settings = plan.Settings;
        var results = PrivateBucket.Declare(
            "query-results",
            new PrivateBucketArgs(plan.ResultBucket, settings.Athena.ResultDays, ResultVersionDays, DeleteObjectsWithStack: true, tags),
            parent).Bucket;
        var workgroup = new Workgroup("cost-data", new WorkgroupArgs
        {
            Name = settings.NamePrefix,
            Description = "Queries over cost data; their size is limited and their results are encrypted.",
            State = "ENABLED",
            ForceDestroy = true,
            Configuration = new WorkgroupConfigurationArgs
            {
                // What a caller asks for instead is ignored.
                EnforceWorkgroupConfiguration = true,
                PublishCloudwatchMetricsEnabled = true,
                BytesScannedCutoffPerQuery = settings.Athena.ScanLimitMb * BytesInMb,
                ResultConfiguration = new WorkgroupConfigurationResultConfigurationArgs
                {
                    OutputLocation = results.BucketName.Apply(bucket => $"s3://{bucket}/"),
                    ExpectedBucketOwner = plan.AccountId,
                    EncryptionConfiguration = new WorkgroupConfigurationResultConfigurationEncryptionConfigurationArgs { EncryptionOption = "SSE_S3" },
                },
            },
            Tags = tags,
        }, parent);
        foreach (var query in plan.Queries)
        {
            _ = new NamedQuery(query.Name, new NamedQueryArgs
            {
                Name = $"{settings.NamePrefix}-{query.Name}",
                Description = query.Description,
                Database = database.Name,
                Workgroup = workgroup.Name,
                Query = query.Sql,
            }, parent);
        }

        (Database, Workgroup) = (database.Name, workgroup.Name);
        RegisterOutputs();
    }

    public Output<string> Database { get; }

    public Output<string> Workgroup { get; }

    private static void Table(CostDataPlan plan, ExportTable table, CatalogDatabase database, CustomResourceOptions options)
    {
        var (partition, location) = (table.Partition, plan.DataPath(table));
        var storage = new CatalogTableStorageDescriptorArgs
        {
            Location = location,
            InputFormat = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
            OutputFormat = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
            SerDeInfo = new CatalogTableStorageDescriptorSerDeInfoArgs
            {
                SerializationLibrary = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
                Parameters = { { "serialization.format", "1" } },
            },
        };
        foreach (var column in table.Columns)
        {
            storage.Columns.Add(new CatalogTableStorageDescriptorColumnArgs { Name = column.Name.ToLowerInvariant(), Type = column.Type });
        }

        var key = $"projection.{partition.Column}";
        _ = new CatalogTable(table.Word, new CatalogTableArgs
        {
            Name = table.Word,
            DatabaseName = database.Name,
            Description = table.Description,
            TableType = "EXTERNAL_TABLE",
            Parameters =
            {
                { "EXTERNAL", "TRUE" },
                { "classification", "parquet" },
                { "projection.enabled", "true" },
                { $"{key}.type", "date" },
                { $"{key}.format", partition.Format },
                { $"{key}.range", $"{plan.Settings.FirstMonth}{partition.FirstSuffix},NOW" },
                { $"{key}.interval", "1" },
                { $"{key}.interval.unit", partition.Unit },
                { "storage.location.template", $"{location}{partition.Folder}=${{{partition.Column}}}" },
            },
            PartitionKeys = { new CatalogTablePartitionKeyArgs { Name = partition.Column, Type = "string" } },
            StorageDescriptor = storage,
        }, options);
    }
}
