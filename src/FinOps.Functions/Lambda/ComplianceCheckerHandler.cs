using System.Text.Json;
using Amazon.Lambda.Core;
using FinOps.Core.Metrics;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Functions.Aws;
using FinOps.Functions.Compliance;
using FinOps.Functions.Compliance.Rendering;
using FinOps.Functions.Delivery;
using FinOps.Functions.Members;
using FinOps.Functions.Metrics;
using FinOps.Functions.Reports;
using FinOps.Functions.Resources;

namespace FinOps.Functions.Lambda;

/// <summary>The Lambda around the compliance report: event in, result out, and an exception for everything that failed, so that the invocation fails too.</summary>
internal sealed class ComplianceCheckerHandler(
    AwsConnection aws, ReportClients clients, MemberSettings? members, ComplianceOptions settings, DeliveryOptions delivery, TimeProvider time, TextWriter metrics)
{
    public static ComplianceCheckerHandler FromEnvironment(Func<string, string?> variable)
    {
        var aws = AwsConnection.FromEnvironment(variable);
        var standard = TagStandard.Load(variable("FINOPS_TAG_STANDARD") ?? Path.Combine(AppContext.BaseDirectory, TagStandard.FileName));
        return new ComplianceCheckerHandler(
            aws, ReportClients.Create(aws), MemberSettings.FromEnvironment(variable, MemberSettings.ReaderRoleVariable), ComplianceSettings.FromEnvironment(standard, variable) with { Scan = ScanSettings.FromEnvironment(variable) },
            DeliveryOptions.FromEnvironment(variable), TimeProvider.System,
            // Not Console.Out: the runtime's own log may put a time before each line, and then CloudWatch sees no metrics in it.
            new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
    }

    public async Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        using var deadline = LambdaDeadline.Of(context);
        using var gathering = LambdaDeadline.OfGathering(context);
        var asked = await LambdaJson.ReadEventAsync(payload, LambdaJson.Default.ComplianceCheckerEvent, """{"deliver":false}""", deadline.Token).ConfigureAwait(false) ?? new ComplianceCheckerEvent(null, null);
        var run = asked.Run ?? context.AwsRequestId;
        if (!RunIds.IsValid(run))
            throw new ProblemException([RunIds.Wrong(run)]);
        var report = await ComplianceChecker.RunAsync(settings with { RunId = run, Bucket = delivery.Bucket }, aws, members, clients, time, gathering.Token, deadline.Token).ConfigureAwait(false);
        foreach (var line in EmbeddedMetrics.Lines(ComplianceMetrics.Of(report), report.GeneratedAt, ("FunctionName", context.FunctionName)))
            await metrics.WriteAsync(line + "\n").ConfigureAwait(false);
        var delivered = asked.Deliver == false ? Delivered.Nowhere : await DeliverAsync(report, deadline.Token).ConfigureAwait(false);
        context.Logger.LogLine(
            $"{ComplianceChecker.FunctionName} run={run} accounts={report.AccountsSeen}/{report.AccountsAsked} resources={report.Result.Total.Total.Resources} ms={report.Cost.Elapsed.TotalMilliseconds:0} files={delivered.Files.Count} mail={delivered.MailMessageId}");
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(Result(report, delivered), LambdaJson.Default.ComplianceCheckerResult));
    }

    // The figures are kept last: a run that failed to deliver is repeated whole.
    private async Task<Delivered> DeliverAsync(ComplianceReport report, CancellationToken cancellationToken)
    {
        var delivered = await ReportDelivery.DeliverAsync(report, new ComplianceReportRenderer(), delivery, clients, cancellationToken).ConfigureAwait(false);
        if (delivery.Bucket is { } bucket)
            await ComplianceChecker.KeepAsync(report, bucket, clients, cancellationToken).ConfigureAwait(false);
        return delivered;
    }

    private static ComplianceCheckerResult Result(ComplianceReport report, Delivered delivered)
    {
        var (result, total) = (report.Result, report.Result.Total);
        return new ComplianceCheckerResult(
            delivered.Files, report.AccountsSeen, total.Total.Resources, total.NonCompliant.Resources, total.Waived.Resources, result.Share, result.SpendShare, report.Before?.Share,
            report.Cost.Price.Amount, delivered.MailMessageId, delivered.MailedTo, [.. report.NotSeen.Select(spot => $"{spot.What}: {spot.Why}")]);
    }
}
