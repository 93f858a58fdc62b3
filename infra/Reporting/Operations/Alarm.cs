namespace FinOps.Infra.Reporting.Operations;

/// <summary>An alarm of one metric, before it is declared.</summary>
/// <param name="Name">The alarm's name, and its logical name.</param>
/// <param name="Description">What happened and what to do, as the mail says it.</param>
/// <param name="Metric">For example <c>AWS/Lambda</c> and <c>Errors</c>.</param>
/// <param name="Dimension">What of the metric is watched.</param>
/// <param name="Statistic">Over each period.</param>
/// <param name="Threshold">Reaching it is enough; where <see cref="Watch"/> is set, staying below it is.</param>
internal sealed record Alarm(string Name, string Description, (string Namespace, string Name) Metric, (string Name, string Value) Dimension, string Statistic, double Threshold)
{
    /// <summary>Set for an alarm that tells of what did not happen.</summary>
    public RunWatch? Watch { get; init; }
}
