using FinOps.Infra.Reporting.Mail;
using FinOps.Infra.Reporting.Operations;
using Pulumi;
using Pulumi.Aws.Scheduler;

namespace FinOps.Infra.Reporting;

/// <summary>The functions on their schedules, the bucket of the reports, and what tells when something goes wrong.</summary>
public sealed class ReportingPlatform : ComponentResource
{
    /// <summary>The group of the schedules.</summary>
    internal const string GroupName = "finops";

    public ReportingPlatform(string name, ReportingPlatformArgs args, ComponentResourceOptions? options = null)
        : base("finops:reporting:ReportingPlatform", name, options)
    {
        var (settings, parent) = (args.Settings, new ComponentResourceOptions { Parent = this });
        var bucket = new ReportBucket("reports", args.BucketName, settings, args.Tags, args.BucketStatement, parent);
        var key = ReportingKey.Declare(this, args);
        OperationsTopic = settings.Operations.Alarms ? Operations.OperationsTopic.Declare(this, args) : null;
        var mail = settings.Mail.IsDeclared ? new ReportMail("mail", args, OperationsTopic, parent) : null;
        var shared = new SharedByFunctions(
            new ScheduleGroup("finops", new ScheduleGroupArgs { Name = GroupName, Tags = args.Tags }, new CustomResourceOptions { Parent = this }),
            DeadLetters.Declare(this, args).Arn,
            settings.EncryptLogs ? key : null);
        var (analyzer, activator) = (PlatformFunctions.CostAnalyzer(args, bucket, mail?.ConfigurationSet), PlatformFunctions.TagActivator(settings.TagActivator));
        (BucketName, BucketArn) = (bucket.Name, bucket.Arn);
        FunctionArn = ScheduledFunction.Declare(this, analyzer, args, shared).Arn;
        TagActivator = ScheduledFunction.Declare(this, activator, args, shared).Name;
        if (OperationsTopic is not null || settings.Operations.Dashboard)
        {
            _ = new PlatformOperations("operations", args, [analyzer, activator], OperationsTopic, parent);
        }

        ChatWebhookParameter = settings.Chat is { } chat ? ChatWebhook.Declare(this, chat, key!, args) : null;
        RegisterOutputs();
    }

    /// <summary>Roles of the functions that write reports.</summary>
    internal static IReadOnlyList<string> Writers { get; } = ["finops-cost-analyzer"];

    /// <summary>The ARN of the cost analyzer.</summary>
    public Output<string> FunctionArn { get; }

    /// <summary>The name of the tag activator.</summary>
    public Output<string> TagActivator { get; }

    public Output<string> BucketName { get; }

    public Output<string> BucketArn { get; }

    /// <summary>Who is told of failures; null when there are no alarms.</summary>
    public Output<string>? OperationsTopic { get; }

    /// <summary>The name of the parameter that holds the chat webhook; null without one.</summary>
    public Output<string>? ChatWebhookParameter { get; }
}

/// <param name="StackName">For names that must differ between two stacks of one account.</param>
/// <param name="PackagePath">The published functions: a folder with <c>bootstrap</c>, relative to the program's folder.</param>
public sealed record ReportingPlatformArgs(
    ReportingSettings Settings, string StackName, string AccountId, string Region, string BucketName, string PackagePath, Dictionary<string, string> Tags)
{
    /// <summary>A further statement of the report bucket's policy, from its ARN.</summary>
    public Func<string, object>? BucketStatement { get; init; }
}
