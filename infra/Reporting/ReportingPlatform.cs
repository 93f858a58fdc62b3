using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using Pulumi.Aws.Scheduler;
using Pulumi.Aws.Scheduler.Inputs;

namespace FinOps.Infra.Reporting;

/// <summary>The cost-analyzer Lambda with its bucket, role, log group and weekly schedule.</summary>
public sealed class ReportingPlatform : ComponentResource
{
    public const string FunctionName = "finops-cost-analyzer";

    public ReportingPlatform(string name, ReportingPlatformArgs args, ComponentResourceOptions? options = null)
        : base("finops:reporting:ReportingPlatform", name, options)
    {
        var parent = new CustomResourceOptions { Parent = this };
        var (settings, tags) = (args.Settings, args.Tags);
        var bucket = new ReportBucket("reports", args.BucketName, settings, tags, new ComponentResourceOptions { Parent = this });

        var logs = new LogGroup("cost-analyzer", new LogGroupArgs
        {
            Name = $"/aws/lambda/{FunctionName}",
            RetentionInDays = settings.LogRetentionDays,
            Tags = tags,
        }, parent);

        var role = new Role("cost-analyzer", new RoleArgs
        {
            Name = FunctionName,
            Description = "What the cost report reads and where it writes.",
            AssumeRolePolicy = PolicyDocuments.TrustService("lambda.amazonaws.com"),
            Tags = tags,
        }, parent);
        var permissions = new RolePolicy("cost-analyzer", new RolePolicyArgs
        {
            Name = FunctionName,
            Role = role.Id,
            Policy = Output.Tuple(bucket.Arn, logs.Arn).Apply(arns => PolicyDocuments.CostAnalyzer(arns.Item1, arns.Item2, args.AccountId, args.Region, settings.From)),
        }, parent);

        var function = new Function("cost-analyzer", new FunctionArgs
        {
            Name = FunctionName,
            Description = "Weekly cost report: allocated share, unallocated spend and its drivers, top movers.",
            Runtime = "provided.al2023",
            Architectures = { "x86_64" },
            Handler = "cost-analyzer",
            Code = new FileArchive(args.PackagePath),
            Role = role.Arn,
            MemorySize = settings.MemoryMb,
            Timeout = settings.TimeoutSeconds,
            Environment = new FunctionEnvironmentArgs
            {
                Variables =
                {
                    { "FINOPS_REPORT_BUCKET", bucket.Name },
                    { "FINOPS_REPORT_FROM", settings.From },
                    { "FINOPS_REPORT_TO", string.Join(',', settings.To) },
                },
            },
            Tags = tags,
        }, new CustomResourceOptions { Parent = this, DependsOn = { permissions, logs } });
        FunctionArn = function.Arn;
        BucketName = bucket.Name;

        var invoker = new Role("schedule", new RoleArgs
        {
            Name = $"{FunctionName}-schedule",
            Description = "Lets EventBridge Scheduler invoke the cost report.",
            AssumeRolePolicy = PolicyDocuments.TrustService("scheduler.amazonaws.com", args.AccountId),
            Tags = tags,
        }, parent);
        var mayInvoke = new RolePolicy("schedule", new RolePolicyArgs
        {
            Name = "invoke",
            Role = invoker.Id,
            Policy = function.Arn.Apply(PolicyDocuments.Invoke),
        }, parent);
        var group = new ScheduleGroup("finops", new ScheduleGroupArgs { Name = "finops", Tags = tags }, parent);
        _ = new Schedule("cost-analyzer", new ScheduleArgs
        {
            Name = FunctionName,
            GroupName = group.Name,
            Description = "The weekly cost report.",
            ScheduleExpression = settings.Schedule,
            ScheduleExpressionTimezone = settings.TimeZone,
            FlexibleTimeWindow = new ScheduleFlexibleTimeWindowArgs { Mode = "FLEXIBLE", MaximumWindowInMinutes = 15 },
            Target = new ScheduleTargetArgs
            {
                Arn = function.Arn,
                RoleArn = invoker.Arn,
                RetryPolicy = new ScheduleTargetRetryPolicyArgs { MaximumRetryAttempts = 2, MaximumEventAgeInSeconds = 3600 },
            },
        }, new CustomResourceOptions { Parent = this, DependsOn = { mayInvoke } });
        RegisterOutputs();
    }

    public Output<string> FunctionArn { get; }

    public Output<string> BucketName { get; }
}

/// <param name="PackagePath">The published function: a folder with <c>bootstrap</c>, relative to the program's folder.</param>
public sealed record ReportingPlatformArgs(ReportingSettings Settings, string AccountId, string Region, string BucketName, string PackagePath, Dictionary<string, string> Tags);
