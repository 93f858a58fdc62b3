using Amazon.ResourceGroupsTaggingAPI;
using Amazon.ResourceGroupsTaggingAPI.Model;
using FinOps.Core.Inventory;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Resources;

/// <summary>Reads the tagged resources of one account in one region, page by page.</summary>
internal sealed class PlaceReader(ScanOptions options, RequestRetry retry, SharedHttp http, ScanIntake intake, TimeProvider time)
{
    private const int LargestPage = 100;

    /// <summary>What was read so far; whole when <see cref="ReadAsync"/> ends without an exception.</summary>
    public int Resources { get; private set; }

    public int Pages { get; private set; }

    public async Task ReadAsync(string accountId, AwsConnection connection, CancellationToken cancellationToken)
    {
        using var client = new AmazonResourceGroupsTaggingAPIClient(connection.Credentials, http.Configure(connection, new AmazonResourceGroupsTaggingAPIConfig()));
        var bucket = new TokenBucket(options.RequestsPerSecond, time);
        var (token, restarts) = ((string?)null, 0);
        while (true)
        {
            await bucket.TakeAsync(cancellationToken).ConfigureAwait(false);
            var request = new GetResourcesRequest { ResourcesPerPage = LargestPage, PaginationToken = token };
            GetResourcesResponse page;
            try
            {
                page = await retry.RunAsync("Resource Groups Tagging API", connection.Credentials, cancel => client.GetResourcesAsync(request, cancel), cancellationToken).ConfigureAwait(false);
            }
            catch (PaginationTokenExpiredException) when (restarts < options.Restarts)
            {
                // From the beginning; what was counted already is known by its ARN.
                (token, restarts) = (null, restarts + 1);
                continue;
            }

            Pages++;
            Resources += intake.Add((page.ResourceTagMappingList ?? []).Select(row => (row.ResourceARN ?? "", Found(row, accountId, connection.Region))), SeenBy.TaggingApi);
            token = page.PaginationToken;
            if (string.IsNullOrEmpty(token))
                return;
        }
    }

    private static LiveResource? Found(ResourceTagMapping row, string accountId, string region)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in row.Tags ?? [])
            if (tag.Key is { } key)
                tags[key] = tag.Value ?? "";
        return LiveResource.Found(row.ResourceARN ?? "", accountId, region, tags);
    }
}
