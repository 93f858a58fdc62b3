using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Reporting.Functions;

/// <summary>The function that activates cost allocation tags once the bill knows them.</summary>
public sealed record TagActivatorSettings
{
    /// <summary>When it runs; AWS lists new keys once a day.</summary>
    [ScheduleExpression]
    public string Schedule { get; init; } = "cron(30 5 * * ? *)";

    /// <summary>Keys to activate besides those of the standard: <c>accountTag/KEY</c>, or a key of AWS.</summary>
    public IReadOnlyList<string> FurtherKeys { get; init; } = ["aws:createdBy"];

    /// <summary>How many months before the current one AWS fills in after an activation.</summary>
    [Between(0, 12, "months")]
    public int BackfillMonths { get; init; } = 12;
}
