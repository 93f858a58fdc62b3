using FinOps.Infra.Members;
using FinOps.Infra.Reporting.Functions;
using FinOps.Infra.Reporting.Mail;
using FinOps.Infra.Reporting.Operations;
using Pulumi;
using Pulumi.Aws.Lambda;
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
        (BucketName, BucketArn) = (bucket.Name, bucket.Arn);
        var scope = new FunctionScope(args, bucket.Name, mail?.ConfigurationSet, settings.Chat is null ? null : key);
        var declarations = PlatformFunctions.All.Select(function => function.Declare(scope)).OfType<FunctionDeclaration>().ToList();
        Functions = declarations.ToDictionary(declaration => declaration.Name, declaration => DeployedFunction.Declare(this, declaration, args, shared));
        if (OperationsTopic is not null || settings.Operations.Dashboard)
        {
            _ = new PlatformOperations("operations", args, declarations, OperationsTopic, parent);
        }

        ChatWebhookParameter = settings.Chat is { } chat ? ChatWebhook.Declare(this, chat, key!, args) : null;
        RegisterOutputs();
    }

    /// <summary>By the names of their handlers.</summary>
    internal IReadOnlyDictionary<string, Function> Functions { get; }

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
    /// <summary>How functions get into member accounts; null when they have no roles there.</summary>
    internal MemberAccess? Members { get; init; }

    /// <summary>Where budgets and anomaly detection alert; null when they only mail.</summary>
    public Output<string>? AlertTopic { get; init; }

    /// <summary>A further statement of the report bucket's policy, from its ARN.</summary>
    public Func<string, object>? BucketStatement { get; init; }
}
