namespace FinOps.Functions.Lambda;

/// <summary>What the tag activator may be asked for; anything else in the event is ignored, so that a schedule's own event does as well as <c>{}</c>.</summary>
/// <param name="DryRun">True to look only.</param>
internal sealed record TagActivatorEvent(bool? DryRun);
