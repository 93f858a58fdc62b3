namespace FinOps.Functions.Lambda;

/// <summary>What the tag inventory may be asked for; anything else in the event is ignored, so that a schedule's own event does as well as <c>{}</c>.</summary>
/// <param name="Deliver">False to compute only.</param>
/// <param name="Run">Names the run; the invocation's request id when absent.</param>
internal sealed record TagInventoryEvent(bool? Deliver, string? Run);
