namespace FinOps.Functions.Lambda;

/// <summary>
/// What the cost analyzer may be asked for. All of it is optional, and anything else in the event is ignored, so that a schedule's own
/// event does as well as <c>{}</c>.
/// </summary>
/// <param name="AsOf">"Today", as 2026-01-31.</param>
/// <param name="Month">As 2026-01.</param>
/// <param name="Deliver">False to compute only.</param>
/// <param name="Run">Names the run; the invocation's request id when absent, which stays the same when Lambda retries it.</param>
/// <param name="Tags">Further tag keys.</param>
internal sealed record CostAnalyzerEvent(string? AsOf, string? Month, bool? Deliver, string? Run, IReadOnlyList<string>? Tags);
