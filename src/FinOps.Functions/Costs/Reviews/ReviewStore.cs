using System.Net;
using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using FinOps.Core.Costs.Reviews;
using FinOps.Functions.Aws;
using FinOps.Functions.Costs.Gathering;
using FinOps.Functions.Delivery;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Costs.Reviews;

/// <summary>One review a week in the report bucket. The first run of a week writes it; what a week has decided on does not change under the people who do it.</summary>
internal sealed class ReviewStore(ReportClients clients, string bucket)
{
    // A holiday or two must not make the thread break.
    private const int WeeksBack = 4;
    private const int Week = 7;

    /// <summary>The review of the last week before the day's that has one; null when there is none.</summary>
    public async Task<(EarlierReview? Review, IReadOnlyList<Blindspot> NotSeen)> FindBeforeAsync(DateOnly day, RequestMeter meter, CancellationToken cancellationToken)
    {
        try
        {
            for (var back = 1; back <= WeeksBack; back++)
                if (await ReadAsync(IsoWeek.Of(day.AddDays(-back * Week)), meter, cancellationToken).ConfigureAwait(false) is { } found)
                    return (found.ToReview(), []);
            return (null, []);
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            return (null, [NotSeen("it is not the JSON that a run writes", "Delete the file; the next week's review begins a new thread.")]);
        }
        catch (Exception failure) when (AwsFailure.IsAws(failure))
        {
            return (null, [NotSeen(Unseen.Why(failure), "Give the role s3:GetObject and s3:ListBucket on the report bucket.")]);
        }
    }

    /// <returns>False when this week has a review already.</returns>
    public Task<bool> PutAsync(CostReport report, CancellationToken cancellationToken) => new ReportStore(clients, bucket).PutAsync(
        Key(report.Analysis.Review.Week), JsonSerializer.Serialize(ReviewDocument.Of(report), ReviewJson.Default.ReviewDocument), "application/json", cancellationToken);

    private async Task<ReviewDocument?> ReadAsync(string week, RequestMeter meter, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await meter.CountAsync("S3", clients.Storage.GetObjectAsync(
                new GetObjectRequest { BucketName = bucket, Key = Key(week) }, cancellationToken)).ConfigureAwait(false);
            return await JsonSerializer.DeserializeAsync(answer.ResponseStream, ReviewJson.Default.ReviewDocument, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonS3Exception failure) when (failure.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static string Key(string week) => $"reports/{CostAnalyzer.FunctionName}/reviews/{week}.json";

    private static Blindspot NotSeen(string why, string next) => new("the review of the week before", why, next);
}
