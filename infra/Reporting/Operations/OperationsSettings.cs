using FinOps.Infra.Settings;
using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Reporting.Operations;

/// <summary>Who is told when a function fails, is slow, or does not run at all.</summary>
public sealed record OperationsSettings : ICheckedSettings
{
    /// <summary>Whether alarms watch the functions and tell an encrypted topic.</summary>
    [OnFrom(AdoptionMode.Guard)]
    public bool Alarms { get; init; }

    /// <summary>Addresses that the topic mails to; each must confirm once.</summary>
    [Email]
    [Items(0, 50, "recipients", "Use a group address when there are more.")]
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>The share of its timeout after which a run counts as slow.</summary>
    [Between(1, 100, "percent")]
    public int SlowPercent { get; init; } = 80;

    /// <summary>Whether there is a CloudWatch dashboard of runs, failures and durations.</summary>
    [OnFrom(AdoptionMode.Guard)]
    public bool Dashboard { get; init; }

    public void Check(SettingsProblems problems)
    {
        if (!Alarms && Emails.Count > 0)
        {
            problems.At("emails").Add("a listener without alarms", "alarms: true", "Set alarms: true, or remove it.");
        }
    }
}
