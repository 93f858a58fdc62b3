namespace FinOps.LocalEngine.Providers.Aws.Wire;

/// <summary>How one service is spoken to.</summary>
/// <param name="EndpointKey">Its name among the provider's <c>endpoints</c>.</param>
/// <param name="SigningName">The service of the credential scope.</param>
/// <param name="Version">awsJson: the protocol version (1.0, 1.1); query: the API version.</param>
/// <param name="Target">awsJson: what stands before the operation in X-Amz-Target.</param>
/// <param name="IsGlobal">Signed for us-east-1, wherever the provider works.</param>
internal sealed record AwsApi(string EndpointKey, string SigningName, string Version = "", string Target = "", bool IsGlobal = false)
{
    public static AwsApi Budgets { get; } = new("budgets", "budgets", "1.1", "AWSBudgetServiceGateway", IsGlobal: true);

    public static AwsApi Config { get; } = new("configservice", "config", "1.1", "StarlingDoveService");

    public static AwsApi CostExplorer { get; } = new("costexplorer", "ce", "1.1", "AWSInsightsIndexService", IsGlobal: true);

    public static AwsApi Events { get; } = new("cloudwatchevents", "events", "1.1", "AWSEvents");

    public static AwsApi Organizations { get; } = new("organizations", "organizations", "1.1", "AWSOrganizationsV20161128", IsGlobal: true);

    public static AwsApi DataExports { get; } = new("bcmdataexports", "bcm-data-exports", "1.1", "AWSBillingAndCostManagementDataExports", IsGlobal: true);

    public static AwsApi CostOptimizationHub { get; } = new("costoptimizationhub", "cost-optimization-hub", "1.0", "CostOptimizationHubService", IsGlobal: true);

    public static AwsApi ComputeOptimizer { get; } = new("computeoptimizer", "compute-optimizer", "1.0", "ComputeOptimizerService");

    public static AwsApi Glue { get; } = new("glue", "glue", "1.1", "AWSGlue");

    public static AwsApi Athena { get; } = new("athena", "athena", "1.1", "AmazonAthena");

    public static AwsApi CloudWatch { get; } = new("cloudwatch", "monitoring", "1.0", "GraniteServiceVersion20100801");

    public static AwsApi Ssm { get; } = new("ssm", "ssm", "1.1", "AmazonSSM");

    public static AwsApi Logs { get; } = new("cloudwatchlogs", "logs", "1.1", "Logs_20140328");

    public static AwsApi Sqs { get; } = new("sqs", "sqs", "1.0", "AmazonSQS");

    public static AwsApi SsoAdmin { get; } = new("ssoadmin", "sso", "1.1", "SWBExternalService");

    public static AwsApi Tagging { get; } = new("resourcegroupstaggingapi", "tagging", "1.1", "ResourceGroupsTaggingAPI_20170126");

    public static AwsApi Iam { get; } = new("iam", "iam", "2010-05-08", IsGlobal: true);

    public static AwsApi CloudFormation { get; } = new("cloudformation", "cloudformation", "2010-05-15");

    public static AwsApi Sns { get; } = new("sns", "sns", "2010-03-31");

    public static AwsApi Sts { get; } = new("sts", "sts", "2011-06-15");

    public static AwsApi Lambda { get; } = new("lambda", "lambda");

    public static AwsApi Scheduler { get; } = new("scheduler", "scheduler");

    public static AwsApi Ses { get; } = new("sesv2", "ses");

    public static AwsApi S3 { get; } = new("s3", "s3");
}
