using System.Globalization;
using Amazon.CostExplorer.Model;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;
using FinOps.Core.Costs.Anomalies;
using FinOps.Functions.Aws;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Costs.Gathering;

/// <summary>What AWS Cost Anomaly Detection saw lately. It has a list of its own; a report without it says so.</summary>
internal static class AnomalyReader
{
    public const string Service = "Cost Anomaly Detection";

    // Anomalies are found by the day on which they ended, so that those still going on are there.
    private const int Days = 30;

    // AWS forgets them after that.
    private const int KeptDays = 90;

    /// <param name="today">The clock's day, which is not the report's when somebody asks for an earlier one.</param>
    public static async Task<(IReadOnlyList<ReportedAnomaly> Anomalies, IReadOnlyList<Blindspot> NotSeen)> ReadAsync(
        ReportClients clients, RequestMeter meter, ReportPeriods periods, DateOnly today, CancellationToken cancellationToken)
    {
        if (periods.AsOf < today.AddDays(Days - KeptDays))
            return ([], [NotSeen($"AWS keeps them for {KeptDays} days", "Look into the reports of that time.")]);
        try
        {
            return await ReadPagesAsync(clients, meter, periods, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (AwsFailure.IsAws(failure))
        {
            return ([], [NotSeen(Unseen.Why(failure), "Give the role ce:GetAnomalies in the management account. What the report found itself is shown.")]);
        }
    }

    private static async Task<(IReadOnlyList<ReportedAnomaly> Anomalies, IReadOnlyList<Blindspot> NotSeen)> ReadPagesAsync(
        ReportClients clients, RequestMeter meter, ReportPeriods periods, CancellationToken cancellationToken)
    {
        var anomalies = new List<ReportedAnomaly>();
        var unreadable = 0;
        string? token = null;
        do
        {
            var page = await meter.CountAsync(Service, clients.CostExplorer.GetAnomaliesAsync(
                new GetAnomaliesRequest
                {
                    DateInterval = new AnomalyDateInterval { StartDate = Text(periods.AsOf.AddDays(-Days)), EndDate = Text(periods.AsOf) },
                    NextPageToken = token,
                },
                cancellationToken)).ConfigureAwait(false);
            foreach (var anomaly in page.Anomalies ?? [])
            {
                if (Read(anomaly) is { } read)
                    anomalies.Add(read);
                else
                    unreadable++;
            }

            token = page.NextPageToken == token ? null : page.NextPageToken;
        }
        while (!string.IsNullOrEmpty(token));
        return (anomalies, unreadable == 0 ? [] : [NotSeen($"AWS gave no day or no impact for {unreadable} of them", "Look at them in the console.")]);
    }

    // AWS counts these amounts in US dollars and writes them as binary fractions: cents are what is in them.
    private static ReportedAnomaly? Read(Anomaly anomaly)
    {
        if (anomaly is not { AnomalyId: { } id, Impact.TotalImpact: { } impact } || (Day(anomaly.AnomalyEndDate) ?? Day(anomaly.AnomalyStartDate)) is not { } last)
            return null;
        var cause = anomaly.RootCauses?.OrderByDescending(one => one.Impact?.Contribution ?? 0).FirstOrDefault();
        var first = Day(anomaly.AnomalyStartDate) ?? last;
        return new ReportedAnomaly(
            id,
            first <= last ? first : last,
            last,
            Given(cause?.Service),
            Given(cause?.LinkedAccount),
            Given(cause?.LinkedAccountName),
            Given(cause?.Region),
            Given(cause?.UsageType),
            Dollars(impact),
            anomaly.Impact.TotalExpectedSpend is { } expected ? Dollars(expected) : null,
            anomaly.Feedback?.Value);
    }

    private static Money Dollars(double amount) => Money.Usd(Math.Round((decimal)amount, 2, MidpointRounding.AwayFromZero));

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Blindspot NotSeen(string why, string next) => new("what AWS Cost Anomaly Detection saw", why, next);
}
