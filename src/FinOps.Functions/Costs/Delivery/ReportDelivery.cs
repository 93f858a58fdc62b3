using FinOps.Functions.Aws;
using FinOps.Functions.Costs.Rendering;

namespace FinOps.Functions.Costs.Delivery;

/// <summary>
/// Files first, then the mail, then a marker that the mail went out. Repeating a run writes no file twice and, unless it died between
/// the mail and the marker, mails nobody twice.
/// </summary>
public static class ReportDelivery
{
    /// <exception cref="Core.Problems.ProblemException">FIN5001 to FIN5005: S3 or SES could not be reached or refused. What was stored stays stored.</exception>
    public static async Task<Delivered> DeliverAsync(
        CostReport report, DeliveryOptions options, ReportClients clients, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(options);
        var store = options.Bucket is null ? null : new ReportStore(clients, options.Bucket);
        var folder = ReportStore.Folder(report);
        var files = store is null ? [] : await StoreAsync(report, store, folder, cancellationToken).ConfigureAwait(false);
        if (options.From is not { } from || options.To.Count == 0)
            return new Delivered(files, null, []);
        var marker = $"{folder}/mailed.txt";
        if (store is not null && await store.HasAsync(marker, cancellationToken).ConfigureAwait(false))
            return new Delivered(files, null, []);
        var id = await ReportMail.SendAsync(report, options, files.FirstOrDefault(), clients, cancellationToken).ConfigureAwait(false);
        if (store is not null)
            await store.PutAsync(marker, id, "text/plain; charset=utf-8", cancellationToken).ConfigureAwait(false);
        return new Delivered(files, id, options.To);
    }

    private static async Task<List<string>> StoreAsync(CostReport report, ReportStore store, string folder, CancellationToken cancellationToken)
    {
        (string Name, string Content, string Type)[] files =
        [
            ("report.html", await CostReportRenderer.HtmlAsync(report).ConfigureAwait(false), "text/html; charset=utf-8"),
            ("report.json", CostReportRenderer.Json(report), "application/json"),
            ("report.md", CostReportRenderer.Markdown(report), "text/markdown; charset=utf-8"),
            ("report.csv", CostReportRenderer.Csv(report), "text/csv; charset=utf-8"),
        ];
        await Task.WhenAll(files.Select(file => store.PutAsync($"{folder}/{file.Name}", file.Content, file.Type, cancellationToken))).ConfigureAwait(false);
        return [.. files.Select(file => store.Address($"{folder}/{file.Name}"))];
    }
}
