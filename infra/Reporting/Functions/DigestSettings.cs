using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Reporting.Functions;

/// <summary>The function that tells each owner once a week what all reports found.</summary>
public sealed record DigestSettings
{
    /// <summary>Whether there is one.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>When it runs: after the functions whose reports it reads.</summary>
    [ScheduleExpression]
    public string Schedule { get; init; } = "cron(0 10 ? * MON *)";

    /// <summary>Whether each owner's digest is written to the chat channel too.</summary>
    public bool Chat { get; init; }
}
