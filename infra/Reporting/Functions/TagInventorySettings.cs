using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Reporting.Functions;

/// <summary>The function that counts tags and finds the spellings of one word.</summary>
public sealed record TagInventorySettings
{
    /// <summary>When it runs.</summary>
    [ScheduleExpression]
    public string Schedule { get; init; } = "cron(0 5 ? * MON *)";

    /// <summary>For how many activated keys Cost Explorer is asked what carries them, those of the standard first; each costs 0.01 USD, and the list of keys as much once.</summary>
    [Between(0, 20, "keys")]
    public int BillKeys { get; init; } = 5;
}
