using System.Text.Json;
using Amazon.Lambda.Core;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Functions.Aws;
using FinOps.Functions.Delivery;
using FinOps.Functions.Members;
using FinOps.Functions.Reports;
using FinOps.Functions.Resources;
using FinOps.Functions.TagFixes;
using FinOps.Functions.TagInventory;
using FinOps.Functions.TagInventory.Rendering;

namespace FinOps.Functions.Lambda;

/// <summary>The Lambda around the tag inventory. It leaves the fixes as a file beside the report, and applies none: that takes a person.</summary>
internal sealed class TagInventoryHandler(
    AwsConnection aws, ReportClients clients, MemberSettings? members, ScanOptions scan, TagInventoryOptions settings, DeliveryOptions delivery, TimeProvider time)
{
    public static TagInventoryHandler FromEnvironment(Func<string, string?> variable)
    {
        var aws = AwsConnection.FromEnvironment(variable);
        return new TagInventoryHandler(
            aws, ReportClients.Create(aws), MemberSettings.FromEnvironment(variable, MemberSettings.ReaderRoleVariable), ScanSettings.FromEnvironment(variable), Options(variable),
            DeliveryOptions.FromEnvironment(variable), TimeProvider.System);
    }

    public static TagInventoryOptions Options(Func<string, string?> variable) => new()
    {
        Standard = TagStandard.Load(variable("FINOPS_TAG_STANDARD") ?? Path.Combine(AppContext.BaseDirectory, TagStandard.FileName)),
        BillKeys = TagInventoryOptions.ReadBillKeys(variable(TagInventoryOptions.BillKeysVariable), "environment", TagInventoryOptions.BillKeysVariable),
    };

    public async Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        using var deadline = LambdaDeadline.Of(context);
        using var scanEnd = LambdaDeadline.OfGathering(context);
        var asked = await LambdaJson.ReadEventAsync(payload, LambdaJson.Default.TagInventoryEvent, """{"deliver":false}""", deadline.Token).ConfigureAwait(false)
            ?? new TagInventoryEvent(null, null);
        var run = asked.Run ?? context.AwsRequestId;
        if (!RunIds.IsValid(run))
            throw new ProblemException([RunIds.Wrong(run)]);

        using var sessions = new MemberSessions(aws, members, TagInventoryAnalyzer.FunctionName);
        var (report, fixes) = await TagInventoryAnalyzer.RunAsync(settings with { RunId = run }, sessions, scan, clients, time, scanEnd.Token, deadline.Token).ConfigureAwait(false);
        var delivered = asked.Deliver == false ? Delivered.Nowhere : await DeliverAsync(report, FixFile.Write(fixes), deadline.Token).ConfigureAwait(false);
        context.Logger.LogLine(
            $"{TagInventoryAnalyzer.FunctionName} run={run} resources={report.Totals.Resources} fixes={report.Fixes.Tags} requests={report.Cost.CostExplorerRequests} ms={report.Cost.Elapsed.TotalMilliseconds:0} files={delivered.Files.Count} mail={delivered.MailMessageId}");
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(TagInventoryResult.Of(report, delivered), LambdaJson.Default.TagInventoryResult));
    }

    /// <summary>The fixes first: the mail tells of them.</summary>
    private async Task<Delivered> DeliverAsync(TagInventoryReport report, string fixes, CancellationToken cancellationToken)
    {
        var (store, key) = (delivery.Bucket is { } bucket ? new ReportStore(clients, bucket) : null, $"{ReportStore.Folder(report)}/fixes.csv");
        if (store is not null)
            await store.PutAsync(key, fixes, "text/csv; charset=utf-8", cancellationToken).ConfigureAwait(false);
        var delivered = await ReportDelivery.DeliverAsync(report, TagInventoryRenderer.Instance, delivery, clients, cancellationToken).ConfigureAwait(false);
        return store is null ? delivered : delivered with { Files = [.. delivered.Files, store.Address(key)] };
    }
}
