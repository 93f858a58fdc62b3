using System.Globalization;
using System.Text.Json.Serialization;
using FinOps.Functions.Costs;

namespace FinOps.Functions.Lambda;

/// <summary>
/// What the cost analyzer may be asked for. All of it is optional, and anything else in the event is ignored, so that a schedule's own
/// event does as well as <c>{}</c>.
/// </summary>
/// <param name="AsOf">"Today", as 2026-01-31.</param>
/// <param name="Month">As 2026-01.</param>
/// <param name="Deliver">False to compute only.</param>
/// <param name="Run">Names the run; the invocation's request id when absent, which stays the same when Lambda retries it.</param>
/// <param name="Tags">Further tag keys; the function's own settings when absent, and so with all that follow.</param>
/// <param name="GateUsd">How much something must have moved to be shown.</param>
/// <param name="GatePercent">20 for 20 %.</param>
/// <param name="Forecast">own, or aws to put AWS's beside it.</param>
internal sealed record CostAnalyzerEvent(
    string? AsOf = null,
    string? Month = null,
    bool? Deliver = null,
    string? Run = null,
    IReadOnlyList<string>? Tags = null,
    IReadOnlyList<string>? Categories = null,
    decimal? GateUsd = null,
    decimal? GatePercent = null,
    string? Forecast = null)
{
    [JsonIgnore]
    public CostReportSettings Settings => new()
    {
        AsOf = AsOf,
        Month = Month,
        Tags = Tags,
        Categories = Categories,
        GateUsd = GateUsd?.ToString(CultureInfo.InvariantCulture),
        GatePercent = GatePercent?.ToString(CultureInfo.InvariantCulture),
        Forecast = Forecast,
    };
}
