using System.Globalization;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using Amazon.Runtime;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Rows;

namespace FinOps.Functions.Tests.Support;

/// <summary>Answers GetCostAndUsage from a list of bill rows, in pages, as Cost Explorer groups them.</summary>
internal sealed class BilledCostExplorer(IReadOnlyList<CostRow> rows, int groupsPerPage = int.MaxValue) : IAmazonCostExplorer
{
    private readonly List<GetCostAndUsageRequest> _requests = [];

    public IReadOnlyList<GetCostAndUsageRequest> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    public IClientConfig Config => throw new NotSupportedException();

    /// <summary>Answers an empty page with a token before the first page, as AWS may.</summary>
    public bool BeginsWithEmptyPage { get; init; }

    public Func<int, Exception?> Fail { get; init; } = _ => null;

    public async Task<GetCostAndUsageResponse> GetCostAndUsageAsync(GetCostAndUsageRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int number;
        lock (_requests)
        {
            _requests.Add(request);
            number = _requests.Count;
        }

        await Delay(number, cancellationToken);
        if (Fail(number) is { } failure)
            throw failure;
        if (BeginsWithEmptyPage && request.NextPageToken is null)
            return new GetCostAndUsageResponse { NextPageToken = "0" };
        var first = request.NextPageToken is null ? 0 : int.Parse(request.NextPageToken, CultureInfo.InvariantCulture);
        var groups = Groups(request);
        return new GetCostAndUsageResponse
        {
            ResultsByTime =
            [
                .. groups.Skip(first).Take(groupsPerPage).GroupBy(group => group.Day).Select(day => new ResultByTime
                {
                    TimePeriod = new DateInterval { Start = Text(day.Key), End = Text(day.Key.AddDays(1)) },
                    Groups = [.. day.Select(group => group.Group)],
                    Estimated = day.Any(group => group.Estimated),
                }),
            ],
            DimensionValueAttributes = request.GroupBy!.Any(group => group.Key == "LINKED_ACCOUNT")
                ? [.. rows.DistinctBy(row => row.Item.AccountId).Select(row => new DimensionValuesWithAttributes
                    {
                        Value = row.Item.AccountId, Attributes = new() { ["description"] = row.Item.AccountName },
                    })]
                : null,
            NextPageToken = (long)first + groupsPerPage < groups.Count ? (first + groupsPerPage).ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    /// <summary>Answers GetCostForecast.</summary>
    public Func<GetCostForecastRequest, GetCostForecastResponse>? Forecast { get; init; }

    public Task<GetCostForecastResponse> GetCostForecastAsync(GetCostForecastRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult((Forecast ?? throw new NotSupportedException())(request));

    /// <summary>Answers GetAnomalies; nothing is unusual unless a test says so.</summary>
    public Func<GetAnomaliesRequest, GetAnomaliesResponse> Anomalies { get; init; } = _ => new GetAnomaliesResponse();

    /// <summary>Waits before the answer to a question, by its number.</summary>
    public Func<int, CancellationToken, Task> Delay { get; init; } = (_, _) => Task.CompletedTask;

    public Task<GetAnomaliesResponse> GetAnomaliesAsync(GetAnomaliesRequest request, CancellationToken cancellationToken = default) => Task.FromResult(Anomalies(request));

    public Task<ListCostAllocationTagsResponse> ListCostAllocationTagsAsync(ListCostAllocationTagsRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<UpdateCostAllocationTagsStatusResponse> UpdateCostAllocationTagsStatusAsync(UpdateCostAllocationTagsStatusRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<StartCostAllocationTagBackfillResponse> StartCostAllocationTagBackfillAsync(StartCostAllocationTagBackfillRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<ListCostAllocationTagBackfillHistoryResponse> ListCostAllocationTagBackfillHistoryAsync(ListCostAllocationTagBackfillHistoryRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<GetCostAndUsageWithResourcesResponse> GetCostAndUsageWithResourcesAsync(GetCostAndUsageWithResourcesRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<GetReservationCoverageResponse> GetReservationCoverageAsync(GetReservationCoverageRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<GetReservationUtilizationResponse> GetReservationUtilizationAsync(GetReservationUtilizationRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<GetRightsizingRecommendationResponse> GetRightsizingRecommendationAsync(GetRightsizingRecommendationRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<GetSavingsPlansCoverageResponse> GetSavingsPlansCoverageAsync(GetSavingsPlansCoverageRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<GetSavingsPlansUtilizationResponse> GetSavingsPlansUtilizationAsync(GetSavingsPlansUtilizationRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public void Dispose() { }

    private List<(DateOnly Day, Group Group, bool Estimated)> Groups(GetCostAndUsageRequest request)
    {
        var start = DateOnly.Parse(request.TimePeriod!.Start!, CultureInfo.InvariantCulture);
        var end = DateOnly.Parse(request.TimePeriod.End!, CultureInfo.InvariantCulture);
        var types = request.Filter?.Dimensions?.Values;
        return [.. rows
            .Where(row => row.Day >= start && row.Day < end && (types is null || types.Contains(row.Item.RecordType)))
            .GroupBy(row => (Day: Start(request, row.Day), First: Key(request.GroupBy![0], row), Second: request.GroupBy.Count == 1 ? null : Key(request.GroupBy[1], row)))
            .OrderBy(group => group.Key.Day)
            .Select(group => (group.Key.Day, new Group
            {
                Keys = group.Key.Second is { } second ? [group.Key.First, second] : [group.Key.First],
                Metrics = request.Metrics!.ToDictionary(metric => metric, metric => Value(group.Select(row => Amount(row, metric)))),
            }, group.Any(row => row.IsEstimated)))];
    }

    private static DateOnly Start(GetCostAndUsageRequest request, DateOnly day) =>
        request.Granularity == Granularity.MONTHLY ? BillingMonth.Containing(day).FirstDay : day;

    private static Money Amount(CostRow row, string metric) => metric switch
    {
        "UnblendedCost" => row.UnblendedCost,
        "AmortizedCost" => row.AmortizedCost,
        "NetAmortizedCost" => row.NetAmortizedCost,
        _ => throw new NotSupportedException(metric),
    };

    private static string Key(GroupDefinition group, CostRow row) => group.Type != GroupDefinitionType.DIMENSION
        ? $"{group.Key}${row.Item.Tags.GetValueOrDefault(group.Key!, "")}"
        : group.Key switch
        {
            "LINKED_ACCOUNT" => row.Item.AccountId,
            "SERVICE" => row.Item.Service,
            "REGION" => row.Item.Region.Length == 0 ? "NoRegion" : row.Item.Region,
            "RECORD_TYPE" => row.Item.RecordType,
            _ => throw new NotSupportedException(group.Key),
        };

    private static MetricValue Value(IEnumerable<Money> amounts)
    {
        var sum = Money.Sum(amounts);
        return new MetricValue { Amount = sum.Amount.ToString(CultureInfo.InvariantCulture), Unit = sum.Currency };
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
