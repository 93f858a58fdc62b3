using FinOps.Cli.Errors;
using FinOps.Core.Metrics;
using FinOps.Functions.Costs;
using FinOps.Functions.Metrics;

namespace FinOps.Cli.Exporter;

/// <summary>The metrics of the last report that succeeded, and how the refreshes go. Read by scrapes while a refresh is under way.</summary>
internal sealed class MetricsBook(Func<CancellationToken, Task<CostReport>> report, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, int> _failures = new(StringComparer.Ordinal);
    private (IReadOnlyList<MetricFamily> Metrics, DateTimeOffset At)? _good;

    /// <summary>Makes a new report; when that fails, the failure is counted and thrown, and the last good values stay.</summary>
    public async Task<CostReport> RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            var made = await report(cancellationToken);
            var metrics = CostMetrics.Of(made);
            lock (_lock)
            {
                _good = (metrics, time.GetUtcNow());
            }

            return made;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            var id = Failure.Ids(e).First();
            lock (_lock)
            {
                _failures[id] = _failures.GetValueOrDefault(id) + 1;
            }

            throw;
        }
    }

    /// <summary>In the text format of OpenMetrics. Before the first success there are no figures, rather than zeros.</summary>
    public string Text()
    {
        lock (_lock)
        {
            List<MetricFamily> families = [.. _good?.Metrics ?? []];
            if (_good is { At: var at })
            {
                families.Add(new("finops_last_success_timestamp_seconds", MetricKind.Gauge, "seconds", "When the figures were read, in seconds since 1970.", new MetricSample(at.ToUnixTimeMilliseconds() / 1000m)));
                families.Add(new("finops_last_success_age_seconds", MetricKind.Gauge, "seconds", "How long ago that was.", new MetricSample((decimal)(time.GetUtcNow() - at).TotalMilliseconds / 1000m)));
            }

            families.Add(new("finops_scrape_errors", MetricKind.Counter, "", "Refreshes that failed, by the id of the error.",
                [.. _failures.Select(failure => new MetricSample(failure.Value, ("error", failure.Key)))]));
            return OpenMetricsText.Write(families);
        }
    }
}
