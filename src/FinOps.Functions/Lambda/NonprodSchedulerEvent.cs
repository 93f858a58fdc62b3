namespace FinOps.Functions.Lambda;

/// <summary>What the scheduler may be asked for; anything else in the event is ignored, so that a schedule's own event does as well as <c>{}</c>.</summary>
/// <param name="Apply">True to switch, false to look only; as the function is set when absent.</param>
/// <param name="Deliver">False to store and mail nothing.</param>
/// <param name="Run">Names the run; the invocation's request id when absent.</param>
internal sealed record NonprodSchedulerEvent(bool? Apply, bool? Deliver, string? Run);
