using FinOps.Functions.Aws;
using FinOps.Functions.Digest;
using FinOps.Functions.Rendering;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Delivery;

/// <summary>
/// Files and the index of all reports first, then the mail, then a marker that the mail went out. Repeating a run writes no file twice and, unless it died between
/// the mail and the marker, mails nobody twice.
/// </summary>
public static class ReportDelivery
{
    /// <exception cref="Core.Problems.ProblemException">FIN5001 to FIN5005: S3 or SES could not be reached or refused. What was stored stays stored.</exception>
    public static async Task<Delivered> DeliverAsync<TReport>(
        TReport report, MailedReportRenderer<TReport> renderer, DeliveryOptions options, ReportClients clients, CancellationToken cancellationToken)
        where TReport : IReport
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(renderer);
        ArgumentNullException.ThrowIfNull(options);
        var store = options.Bucket is null ? null : new ReportStore(clients, options.Bucket);
        var files = await StoreAsync(report, renderer, options, clients, cancellationToken).ConfigureAwait(false);
        if (options.From is not { } from || options.To.Count == 0)
            return new Delivered(files, null, []);
        var folder = ReportStore.Folder(report);
        var marker = $"{folder}/mailed.txt";
        if (store is not null && await store.HasAsync(marker, cancellationToken).ConfigureAwait(false))
            return new Delivered(files, null, []);
        var page = store?.Link(ReportStore.PageKey(report), report.GeneratedAt);
        var id = await ReportMail.SendAsync(report, renderer, options, page, clients, cancellationToken).ConfigureAwait(false);
        if (store is not null)
            await store.PutAsync(marker, id, "text/plain; charset=utf-8", cancellationToken).ConfigureAwait(false);
        return new Delivered(files, id, options.To);
    }

    /// <returns>The addresses of the report's files, the page first; none without a bucket.</returns>
    /// <exception cref="Core.Problems.ProblemException">FIN5001 to FIN5005, as above.</exception>
    public static async Task<IReadOnlyList<string>> StoreAsync<TReport>(
        TReport report, ReportRenderer<TReport> renderer, DeliveryOptions options, ReportClients clients, CancellationToken cancellationToken)
        where TReport : IReport
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(renderer);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Bucket is not { } bucket)
            return [];
        var (store, folder) = (new ReportStore(clients, bucket), ReportStore.Folder(report));
        var files = await Task.WhenAll(ReportFormats.All.Select(async format =>
        {
            var key = $"{folder}/report.{format}";
            await store.PutAsync(key, await renderer.RenderAsync(report, format).ConfigureAwait(false), ReportFormats.MediaType(format), cancellationToken).ConfigureAwait(false);
            return store.Address(key);
        })).ConfigureAwait(false);
        if (report is IOwnedReport owned)
            await store.PutAsync($"{folder}/{OwnersFile.Name}", OwnersFile.Render(owned), ReportFormats.MediaType(ReportFormats.Json), cancellationToken).ConfigureAwait(false);
        await new ReportIndex(clients, bucket).UpdateAsync(cancellationToken).ConfigureAwait(false);
        return files;
    }
}
