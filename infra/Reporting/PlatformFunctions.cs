using System.Globalization;
using FinOps.Infra.Reporting.Mail;
using Pulumi;

namespace FinOps.Infra.Reporting;

/// <summary>The functions of the platform.</summary>
internal static class PlatformFunctions
{
    /// <param name="configurationSet">Under which it mails; null for none.</param>
    public static FunctionDeclaration CostAnalyzer(ReportingPlatformArgs args, ReportBucket bucket, Output<string>? configurationSet)
    {
        var environment = new InputMap<string>
        {
            { "FINOPS_REPORT_BUCKET", bucket.Name },
            { "FINOPS_REPORT_FROM", args.Settings.From },
            { "FINOPS_REPORT_TO", string.Join(',', args.Settings.To) },
        };
        if (configurationSet is not null)
        {
            environment.Add("FINOPS_REPORT_CONFIGURATION_SET", configurationSet);
        }

        var set = args.Settings.Mail.ConfigurationSet ? ReportMail.SetName(args.StackName) : null;
        return new FunctionDeclaration(
            "cost-analyzer",
            "Weekly cost report: allocated share, unallocated spend and its drivers, top movers.",
            args.Settings.Schedule,
            (logs, deadLetters) => Output.Tuple(bucket.Arn, logs, deadLetters).Apply(arns => FunctionPolicies.CostAnalyzer(arns.Item1, arns.Item2, arns.Item3, args.AccountId, args.Region, args.Settings.From, set)),
            environment,
            "schedule");
    }

    public static FunctionDeclaration TagActivator(TagActivatorSettings settings) => new(
        "tag-activator",
        "Activates the standard's cost allocation tags as soon as the bill knows them.",
        settings.Schedule,
        (logs, deadLetters) => Output.Tuple(logs, deadLetters).Apply(arns => FunctionPolicies.TagActivator(arns.Item1, arns.Item2)),
        new InputMap<string>
        {
            { "FINOPS_FURTHER_TAG_KEYS", string.Join(',', settings.FurtherKeys) },
            { "FINOPS_BACKFILL_MONTHS", settings.BackfillMonths.ToString(CultureInfo.InvariantCulture) },
        },
        "tag-activator-schedule");
}
