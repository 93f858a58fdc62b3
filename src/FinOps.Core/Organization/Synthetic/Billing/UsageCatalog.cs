using static FinOps.Core.Organization.Synthetic.Billing.AccountRole;
using static FinOps.Core.Organization.Synthetic.Billing.LoadShape;

namespace FinOps.Core.Organization.Synthetic.Billing;

/// <summary>What the accounts of the organization run. Names are Cost Explorer's own; prices are near AWS's list prices in US East.</summary>
internal static class UsageCatalog
{
    public const string Compute = "Amazon Elastic Compute Cloud - Compute";
    public const string ComputeOther = "EC2 - Other";
    public const string Lambda = "AWS Lambda";
    public const string CloudWatch = "AmazonCloudWatch";
    public const string ObjectStorage = "Amazon Simple Storage Service";
    public const string Database = "Amazon Relational Database Service";

    public const string LogIngestion = "DataProcessing-Bytes";
    public const string LambdaDuration = "Lambda-GB-Second";

    private const string Ec2 = "AmazonEC2";
    private const string Rds = "AmazonRDS";
    private const string Vpc = "Amazon Virtual Private Cloud";

    public static IReadOnlyList<UsageTemplate> Templates { get; } =
    [
        // Compute
        Instance("m6i.xlarge", 8, 192_000_000, 4_200, Customer, Production),
        Instance("c6i.2xlarge", 16, 340_000_000, 3_000, Office, Production | NonProduction),
        Instance("m6i.large", 4, 96_000_000, 1_500, Steady, Workload | Foundation),
        Instance("m6i.xlarge", 8, 192_000_000, 5_500, Committed, Production) with { IsCommitted = true },
        Instance("r6i.2xlarge", 16, 504_000_000, 2_600, Customer, Production) with { Team = "search" },
        Instance("g5.xlarge", 8, 1_006_000_000, 2_400, Office, Production | NonProduction) with { Team = "data-platform" },

        // EC2 - Other: disks, snapshots, gateways, transfer
        new(ComputeOther, Ec2, "EBS:VolumeUsage.gp3", "CreateVolume-Gp3", "GB-Mo", 80_000_000, 1_400, Steady, Workload | Foundation)
            { UsageTypeGroup = "EC2: EBS - SSD(gp3)", Resource = "ec2:volume/vol-" },
        new(ComputeOther, Ec2, "EBS:VolumeUsage.gp2", "CreateVolume-Gp2", "GB-Mo", 100_000_000, 380, Idle, Workload)
            { UsageTypeGroup = "EC2: EBS - SSD(gp2)", Resource = "ec2:volume/vol-" },
        new(ComputeOther, Ec2, "EBS:SnapshotUsage", "CreateSnapshot", "GB-Mo", 50_000_000, 420, Idle, Production | Foundation)
            { UsageTypeGroup = "EC2: EBS - Snapshots", Resource = "ec2:snapshot/snap-" },
        new(ComputeOther, Ec2, "NatGateway-Hours", "NatGateway", "Hrs", 45_000_000, 324, Steady, Production | NonProduction | Foundation)
            { UsageTypeGroup = "EC2: NAT Gateway - Running Hours", Resource = "ec2:natgateway/nat-" },
        new(ComputeOther, Ec2, "NatGateway-Bytes", "NatGateway", "GB", 45_000_000, 900, Customer, Production | Foundation)
            { UsageTypeGroup = "EC2: NAT Gateway - Data Processed", Resource = "ec2:natgateway/nat-" },
        new(ComputeOther, Ec2, "DataTransfer-Regional-Bytes", "InterZone-In", "GB", 10_000_000, 520, Customer, Production)
            { UsageTypeGroup = "EC2: Data Transfer - Inter AZ" },
        new(Vpc, "AmazonVPC", "PublicIPv4:IdleAddress", "AllocateAddressVPC", "Hrs", 5_000_000, 96, Idle, Workload)
            { Resource = "ec2:elastic-ip/eipalloc-" },
        new("Amazon Elastic Load Balancing", "AWSELB", "LoadBalancerUsage", "LoadBalancing:Application", "Hrs", 22_500_000, 216, Steady, Production | NonProduction)
            { UsageTypeGroup = "ELB: Running Hours", Resource = "elasticloadbalancing:loadbalancer/app/" },

        // Databases and caches
        new(Database, Rds, "Multi-AZUsage:db.r6g.xlarge", "CreateDBInstance:0014", "Hrs", 900_000_000, 4_300, Steady, Production)
        {
            InstanceType = "db.r6g.xlarge", NormalizationFactor = 16, DatabaseEngine = "PostgreSQL", DeploymentOption = "Multi-AZ",
            UsageTypeGroup = "RDS: Running Hours", Resource = "rds:db:",
        },
        new(Database, Rds, "InstanceUsage:db.t4g.large", "CreateDBInstance:0014", "Hrs", 129_000_000, 1_200, Office, NonProduction)
        {
            InstanceType = "db.t4g.large", NormalizationFactor = 4, DatabaseEngine = "PostgreSQL", DeploymentOption = "Single-AZ",
            UsageTypeGroup = "RDS: Running Hours", Resource = "rds:db:",
        },
        new(Database, Rds, "RDS:GP3-Storage", "CreateDBInstance:0014", "GB-Mo", 115_000_000, 690, Steady, Production | NonProduction)
            { DatabaseEngine = "PostgreSQL", UsageTypeGroup = "RDS: Storage", Resource = "rds:db:" },
        new("Amazon DynamoDB", "AmazonDynamoDB", "WriteRequestUnits", "PayPerRequestThroughput", "WriteRequestUnits", 1_250, 940, Customer, Production)
            { UsageTypeGroup = "DDB: Throughput Capacity", Resource = "dynamodb:table/" },
        new("Amazon ElastiCache", "AmazonElastiCache", "NodeUsage:cache.r6g.large", "CreateCacheCluster:0002", "Hrs", 206_000_000, 1_480, Steady, Production)
        {
            Team = "checkout", InstanceType = "cache.r6g.large", NormalizationFactor = 4,
            UsageTypeGroup = "ElastiCache: Running Hours", Resource = "elasticache:cluster:",
        },
        new("Amazon OpenSearch Service", "AmazonES", "ESInstance:r6g.xlarge.search", "ESDomain", "Hrs", 335_000_000, 2_410, Steady, Production | NonProduction)
            { Team = "search", Resource = "es:domain/" },

        // Storage, data and delivery
        new(ObjectStorage, "AmazonS3", "TimedStorage-ByteHrs", "StandardStorage", "GB-Mo", 23_000_000, 1_250, Steady, Everywhere)
            { UsageTypeGroup = "S3: Storage - Standard", Resource = "s3:" },
        new(ObjectStorage, "AmazonS3", "Requests-Tier1", "PutObject", "Requests", 5_000, 260, Customer, Production)
            { UsageTypeGroup = "S3: API Requests - Standard", Resource = "s3:" },
        new("Amazon Managed Streaming for Apache Kafka", "AmazonMSK", "Kafka.m5.large", "RunBroker", "Hrs", 210_000_000, 1_510, Steady, Production)
            { Team = "data-platform", Resource = "kafka:cluster/" },
        new("AWS Glue", "AWSGlue", "ETL-DPU-Hour", "Jobrun", "DPU-Hour", 440_000_000, 1_900, Office, Production | NonProduction)
            { Team = "data-platform", Resource = "glue:job/" },
        new("Amazon CloudFront", "AmazonCloudFront", "DataTransfer-Out-Bytes", "GET", "GB", 85_000_000, 1_120, Customer, Production)
            { Team = "checkout", IsGlobal = true, UsageTypeGroup = "CloudFront: Data Transfer - Internet (Out)", Resource = "cloudfront:distribution/" },
        new("Amazon Route 53", "AmazonRoute53", "DNS-Queries", "A", "Queries", 400, 60, Customer, Production | Foundation)
            { IsGlobal = true },

        // Containers, functions, and what watches over them
        new("Amazon Elastic Container Service for Kubernetes", "AmazonEKS", "AmazonEKS-Hours:perCluster", "CreateOperation", "Hrs", 100_000_000, 480, Steady, Production | NonProduction)
            { Resource = "eks:cluster/" },
        new(Lambda, "AWSLambda", LambdaDuration, "Invoke", "Lambda-GB-Second", 16_667, 640, Customer, Everywhere)
            { Resource = "lambda:function:" },
        new(CloudWatch, "AmazonCloudWatch", LogIngestion, "PutLogEvents", "GB", 500_000_000, 740, Customer, Everywhere)
            { UsageTypeGroup = "CloudWatch: Logs", Resource = "logs:log-group:" },
        new(CloudWatch, "AmazonCloudWatch", "CW:MetricMonitorUsage", "MetricStorage", "Metrics", 300_000_000, 150, Steady, Production),
        new("AWS Config", "AWSConfig", "ConfigurationItemRecorded", "None", "ConfigurationItemRecorded", 3_000_000, 110, Steady, Foundation | Management | Production),
        new("Amazon GuardDuty", "AmazonGuardDuty", "PaidEventsAnalyzed", "None", "Events", 4_000, 130, Steady, Foundation | Management),
        new("AWS CloudTrail", "AWSCloudTrail", "PaidEventsRecorded", "None", "Events", 20_000, 70, Steady, Foundation | Management),
        new("AWS Key Management Service", "awskms", "KMS-Requests", "Encrypt", "Requests", 3_000, 85, Customer, Production)
            { Team = "payments", Resource = "kms:key/" },
    ];

    private static UsageTemplate Instance(string type, int factor, long nanoPrice, long dailyCents, LoadShape shape, AccountRole roles) =>
        new(Compute, Ec2, $"BoxUsage:{type}", "RunInstances", "Hrs", nanoPrice, dailyCents, shape, roles)
        {
            InstanceType = type,
            NormalizationFactor = factor,
            Platform = "Linux/UNIX",
            UsageTypeGroup = "EC2: Running Hours",
            Resource = "ec2:instance/i-",
        };
}
