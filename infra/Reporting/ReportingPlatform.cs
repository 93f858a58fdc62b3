using System.Globalization;
using Pulumi;
using Pulumi.Aws.Scheduler;

namespace FinOps.Infra.Reporting;

/// <summary>The functions on their schedules, and the bucket of the reports.</summary>
public sealed class ReportingPlatform : ComponentResource
{
    public ReportingPlatform(string name, ReportingPlatformArgs args, ComponentResourceOptions? options = null)
        : base("finops:reporting:ReportingPlatform", name, options)
    {
        var settings = args.Settings;
        var bucket = new ReportBucket("reports", args.BucketName, settings, args.Tags, args.BucketStatement, new ComponentResourceOptions { Parent = this });
        var group = new ScheduleGroup("finops", new ScheduleGroupArgs { Name = "finops", Tags = args.Tags }, new CustomResourceOptions { Parent = this });
        (BucketName, BucketArn) = (bucket.Name, bucket.Arn);
        FunctionArn = ScheduledFunction.Declare(this, new FunctionDeclaration(
            "cost-analyzer",
            "Weekly cost report: allocated share, unallocated spend and its drivers, top movers.",
            settings.Schedule,
            logs => Output.Tuple(bucket.Arn, logs).Apply(arns => FunctionPolicies.CostAnalyzer(arns.Item1, arns.Item2, args.AccountId, args.Region, settings.From)),
            new InputMap<string>
            {
                { "FINOPS_REPORT_BUCKET", bucket.Name },
                { "FINOPS_REPORT_FROM", settings.From },
                { "FINOPS_REPORT_TO", string.Join(',', settings.To) },
            },
            "schedule"), args, group).Arn;
        TagActivator = ScheduledFunction.Declare(this, new FunctionDeclaration(
            "tag-activator",
            "Activates the standard's cost allocation tags as soon as the bill knows them.",
            settings.TagActivator.Schedule,
            logs => logs.Apply(FunctionPolicies.TagActivator),
            new InputMap<string>
            {
                { "FINOPS_FURTHER_TAG_KEYS", string.Join(',', settings.TagActivator.FurtherKeys) },
                { "FINOPS_BACKFILL_MONTHS", settings.TagActivator.BackfillMonths.ToString(CultureInfo.InvariantCulture) },
            },
            "tag-activator-schedule"), args, group).Name;
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
}

/// <param name="PackagePath">The published functions: a folder with <c>bootstrap</c>, relative to the program's folder.</param>
public sealed record ReportingPlatformArgs(ReportingSettings Settings, string AccountId, string Region, string BucketName, string PackagePath, Dictionary<string, string> Tags)
{
    /// <summary>A further statement of the report bucket's policy, from its ARN.</summary>
    public Func<string, object>? BucketStatement { get; init; }
}
