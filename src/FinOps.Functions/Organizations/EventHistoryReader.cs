using Amazon.CloudTrail;
using Amazon.CloudTrail.Model;
using FinOps.Core.Problems;
using FinOps.Core.Rollout.Evidence;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Organizations;

/// <summary>Reads CloudTrail's event history: the management events of one account and region, newest first, 90 days back.</summary>
public sealed class EventHistoryReader(IAmazonCloudTrail trail, string endpoint)
{
    /// <exception cref="ProblemException">FIN5001 to FIN5005: CloudTrail does not answer.</exception>
    public static async Task<EvidenceReading> ReadAsync(
        AwsConnection aws, DateTimeOffset from, Action<CloudTrailEvent> take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(aws);
        using var client = new AmazonCloudTrailClient(aws.Credentials, aws.Configure(new AmazonCloudTrailConfig()));
        return await new EventHistoryReader(client, aws.Target).ReadAsync(from, take, cancellationToken).ConfigureAwait(false);
    }

    /// <param name="take">Takes each event; one that is no record of CloudTrail is counted in the answer.</param>
    public async Task<EvidenceReading> ReadAsync(DateTimeOffset from, Action<CloudTrailEvent> take, CancellationToken cancellationToken)
    {
        var reader = new CloudTrailReader();
        string? token = null;
        do
        {
            var request = new LookupEventsRequest { StartTime = from.UtcDateTime, NextToken = token };
            var page = await AwsFailure.TranslatingAsync("cloudtrail:LookupEvents", endpoint, () => trail.LookupEventsAsync(request, cancellationToken)).ConfigureAwait(false);
            foreach (var entry in page.Events ?? [])
            {
                if (reader.Read(entry.CloudTrailEvent ?? "", $"event {entry.EventId}") is { } read)
                {
                    take(read);
                }
            }

            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));

        return reader.Reading;
    }
}
