using System.CommandLine;
using System.Globalization;
using FinOps.Cli.Errors;
using FinOps.Cli.Local;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Core.Waivers;
using FinOps.Functions.Aws;
using FinOps.Functions.Compliance;
using FinOps.Functions.Compliance.Rendering;
using FinOps.Functions.Delivery;
using FinOps.Functions.Members;
using FinOps.Functions.Rendering;
using FinOps.Functions.Resources;
using Spectre.Console;

namespace FinOps.Cli.Report;

/// <summary><c>finops report compliance</c>: every live resource of the organization, held against the tag standard.</summary>
internal static class ComplianceCommand
{
    public static Command Create(CliContext context)
    {
        var format = new Option<string>("--format", "-f") { Description = "html, md, json or csv.", DefaultValueFactory = _ => ReportFormats.Markdown };
        format.AcceptOnlyFromAmong([.. ReportFormats.All]);
        var output = new Option<string?>("--out", "-o") { Description = "Write to this file instead of standard output." };
        var role = new Option<string?>("--role") { Description = "The reader role in member accounts (default: the one of FINOPS_MEMBER_READER_ROLE; without any, the own account only)." };
        var externalId = new Option<string>("--external-id") { Description = "What the trust of that role asks for.", DefaultValueFactory = _ => "finops" };
        var bucket = new Option<string?>("--bucket") { Description = $"The report bucket, for the figures of earlier runs (default: {DeliveryOptions.BucketVariable}). It is read only." };
        var standard = new Option<string>("--standard") { Description = "The tag standard.", DefaultValueFactory = _ => TagStandard.FileName };
        var waivers = new Option<string>("--waivers") { Description = "The waivers, if there is such a file.", DefaultValueFactory = _ => WaiverList.FileName };
        var target = new AwsTarget();
        var command = new Command("compliance", "Tag compliance of all accounts and regions by count and by spend, who must do what, AWS's own verdict beside it.")
        {
            format, output, role, externalId, bucket, standard, waivers,
        };
        target.AddTo(command);
        command.SetAction((parsed, cancellationToken) => context.GuardAsync(async () =>
        {
            var problems = new List<Problem>();
            var list = ComplianceSettings.Waivers(parsed.GetValue(waivers)!, problems);
            if (problems.Count > 0)
                throw new ProblemException(problems);
            var options = new ComplianceOptions
            {
                Standard = TagStandard.Load(parsed.GetValue(standard)!),
                Waivers = list,
                Bucket = parsed.GetValue(bucket) ?? Environment.GetEnvironmentVariable(DeliveryOptions.BucketVariable),
                Scan = ScanSettings.FromEnvironment(Environment.GetEnvironmentVariable),
            };
            var members = parsed.GetValue(role) is { } name
                ? new MemberSettings(name, parsed.GetValue(externalId)!)
                : MemberSettings.FromEnvironment(Environment.GetEnvironmentVariable, MemberSettings.ReaderRoleVariable);
            await using var aws = await target.OpenAsync(parsed, context.Time, cancellationToken);
            using var clients = ReportClients.Create(aws.Connection);
            var report = await ComplianceChecker.RunAsync(options, aws.Connection, members, clients, context.Time, cancellationToken, cancellationToken);
            await context.WriteResultAsync(await new ComplianceReportRenderer().RenderAsync(report, parsed.GetValue(format)!), parsed.GetValue(output), cancellationToken);
            context.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Result.Total.Total.Resources} resources in {report.AccountsSeen} of {report.AccountsAsked} accounts, {report.Cost.CostExplorerRequests} Cost Explorer requests, {report.Cost.Price}"));
            return ExitCodes.Done;
        }));
        return command;
    }
}
