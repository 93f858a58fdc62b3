using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using FinOps.Functions.Aws;
using FinOps.Functions.Tests.Support;
using Moq;

namespace FinOps.Functions.Tests.AllocationTags;

/// <summary>Cost Explorer's cost allocation tags behind a mock: what the bill knows, in pages, with errors for single keys.</summary>
internal sealed class TagBook
{
    private readonly SortedDictionary<string, CostAllocationTag> _tags = new(StringComparer.Ordinal);

    public TagBook()
    {
        Mock.Setup(client => client.ListCostAllocationTagsAsync(It.IsAny<ListCostAllocationTagsRequest>(), It.IsAny<CancellationToken>()))
            .Returns((ListCostAllocationTagsRequest request, CancellationToken token) => token.IsCancellationRequested
                ? Task.FromCanceled<ListCostAllocationTagsResponse>(token)
                : Task.FromResult(List(request)));
        Mock.Setup(client => client.UpdateCostAllocationTagsStatusAsync(It.IsAny<UpdateCostAllocationTagsStatusRequest>(), It.IsAny<CancellationToken>()))
            .Returns((UpdateCostAllocationTagsStatusRequest request, CancellationToken token) => token.IsCancellationRequested
                ? Task.FromCanceled<UpdateCostAllocationTagsStatusResponse>(token)
                : Task.FromResult(Update(request)));
        Mock.Setup(client => client.ListCostAllocationTagBackfillHistoryAsync(It.IsAny<ListCostAllocationTagBackfillHistoryRequest>(), It.IsAny<CancellationToken>()))
            .Returns((ListCostAllocationTagBackfillHistoryRequest _, CancellationToken token) => token.IsCancellationRequested
                ? Task.FromCanceled<ListCostAllocationTagBackfillHistoryResponse>(token)
                : Task.FromResult(new ListCostAllocationTagBackfillHistoryResponse { BackfillRequests = [.. Backfills] }));
        Mock.Setup(client => client.StartCostAllocationTagBackfillAsync(It.IsAny<StartCostAllocationTagBackfillRequest>(), It.IsAny<CancellationToken>()))
            .Returns((StartCostAllocationTagBackfillRequest request, CancellationToken _) => Task.FromResult(Start(request)));
    }

    public Mock<IAmazonCostExplorer> Mock { get; } = new();

    public FixedTime Time { get; } = new();

    public ReportClients Clients => new FakeClients(Mock.Object).Clients;

    public List<CostAllocationTagBackfillRequest> Backfills { get; } = [];

    public List<string[]> Updates { get; } = [];

    /// <summary>Error codes by key, under status 200.</summary>
    public Dictionary<string, string> Refusals { get; } = [];

    public int TagsPerPage { get; init; } = 1_000;

    /// <summary>Runs after each update.</summary>
    public Action AfterUpdate { get; init; } = () => { };

    public TagBook Knowing(params string[] keys)
    {
        foreach (var key in keys)
            _tags[key] = new CostAllocationTag { TagKey = key, Status = CostAllocationTagStatus.Inactive, Type = key.StartsWith("aws:", StringComparison.Ordinal) ? CostAllocationTagType.AWSGenerated : CostAllocationTagType.UserDefined };
        return this;
    }

    public bool IsActive(string key) => _tags[key].Status == CostAllocationTagStatus.Active;

    // The first page is empty and has a token, as AWS may answer.
    private ListCostAllocationTagsResponse List(ListCostAllocationTagsRequest request)
    {
        if (request.NextToken is null)
            return new ListCostAllocationTagsResponse { CostAllocationTags = [], NextToken = "0" };
        var first = int.Parse(request.NextToken, System.Globalization.CultureInfo.InvariantCulture);
        return new ListCostAllocationTagsResponse
        {
            CostAllocationTags = [.. _tags.Values.Skip(first).Take(TagsPerPage)],
            NextToken = first + TagsPerPage < _tags.Count ? $"{first + TagsPerPage}" : null,
        };
    }

    private UpdateCostAllocationTagsStatusResponse Update(UpdateCostAllocationTagsStatusRequest request)
    {
        string[] keys = [.. request.CostAllocationTagsStatus!.Select(entry => entry.TagKey!)];
        Updates.Add(keys);
        foreach (var key in keys.Where(key => !Refusals.ContainsKey(key)))
        {
            _tags[key].Status = CostAllocationTagStatus.Active;
            _tags[key].LastUpdatedDate = Text(Time.GetUtcNow());
        }

        AfterUpdate();
        return new UpdateCostAllocationTagsStatusResponse
        {
            Errors = [.. keys.Where(Refusals.ContainsKey).Select(key => new UpdateCostAllocationTagsStatusError { TagKey = key, Code = Refusals[key], Message = $"{key} is refused" })],
        };
    }

    private StartCostAllocationTagBackfillResponse Start(StartCostAllocationTagBackfillRequest request)
    {
        var backfill = new CostAllocationTagBackfillRequest
        {
            BackfillFrom = request.BackfillFrom,
            RequestedAt = Text(Time.GetUtcNow()),
            BackfillStatus = CostAllocationTagBackfillStatus.PROCESSING,
        };
        Backfills.Add(backfill);
        return new StartCostAllocationTagBackfillResponse { BackfillRequest = backfill };
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
