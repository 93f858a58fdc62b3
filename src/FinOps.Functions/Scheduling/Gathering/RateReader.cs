using System.Globalization;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using FinOps.Core.Costs;
using FinOps.Core.Scheduling.Savings;
using FinOps.Functions.Aws;
using FinOps.Functions.Costs.Gathering;

namespace FinOps.Functions.Scheduling.Gathering;

/// <summary>Asks Cost Explorer what hours of machines cost on demand: one question for the whole organization.</summary>
internal static class RateReader
{
    private const int Days = 14;

    // AWS still corrects the last two days.
    private const int Lag = 2;

    private const string Cost = "UnblendedCost";
    private const string Hours = "UsageQuantity";

    public static DateRange Period(DateTimeOffset now) => DateRange.OfDays(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-Lag - Days), Days);

    public static async Task<List<BilledHours>> ReadAsync(ReportClients clients, RequestMeter meter, DateRange period, CancellationToken cancellationToken)
    {
        string? currency = null;
        return await new CostPages(clients, meter).ReadAsync(
            token => new GetCostAndUsageRequest
            {
                TimePeriod = CostPages.Interval(period),
                Granularity = Granularity.MONTHLY,
                Metrics = [Cost, Hours],
                GroupBy = [Group("REGION"), Group("USAGE_TYPE")],
                // Usage alone is billed on demand: what savings plans and reservations cover has record types of its own.
                Filter = new Expression { And = [Only(Dimension.USAGE_TYPE_GROUP, "EC2: Running Hours", "RDS: Running Hours"), Only(Dimension.RECORD_TYPE, "Usage")] },
                NextPageToken = token,
            },
            () => new List<BilledHours>(),
            (rows, page) => rows.AddRange((page.ResultsByTime ?? []).SelectMany(month => month.Groups ?? [])
                .Where(group => group is { Keys: [_, _], Metrics: not null })
                .Select(group => new BilledHours(group.Keys![0], group.Keys[1], Quantity(group.Metrics!, clients.Endpoint), PageParts.Amount(group.Metrics!, Cost, ref currency, clients.Endpoint)))),
            cancellationToken).ConfigureAwait(false);
    }

    private static decimal Quantity(Dictionary<string, MetricValue> metrics, string endpoint) =>
        metrics.TryGetValue(Hours, out var value) && decimal.TryParse(value.Amount, NumberStyles.Float, CultureInfo.InvariantCulture, out var hours)
            ? hours
            : throw Unreadable.Problem(endpoint, $"{Hours} of '{value?.Amount}'", "a decimal number");

    private static GroupDefinition Group(string dimension) => new() { Type = GroupDefinitionType.DIMENSION, Key = dimension };

    private static Expression Only(Dimension dimension, params string[] values) => new() { Dimensions = new DimensionValues { Key = dimension, Values = [.. values] } };
}
