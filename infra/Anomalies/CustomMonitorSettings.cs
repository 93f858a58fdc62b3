using FinOps.Infra.Settings;
using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Anomalies;

/// <summary>Exactly one of accounts, tag and costCategory.</summary>
public sealed record CustomMonitorSettings : ICheckedSettings
{
    /// <summary>Accounts by id or name.</summary>
    [Items(0, 10, "accounts", "AWS watches 10 in one monitor; make another one.")]
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>A cost allocation tag.</summary>
    public string? Tag { get; init; }

    /// <summary>A cost category.</summary>
    public string? CostCategory { get; init; }

    /// <summary>Values of the tag (up to 10), or the one value of the cost category.</summary>
    [Items(0, 10, "values", "AWS watches 10 in one monitor; make another one.")]
    public IReadOnlyList<string> Values { get; init; } = [];

    public void Check(SettingsProblems problems)
    {
        if (new[] { Accounts.Count > 0, Tag is not null, CostCategory is not null }.Count(isSet => isSet) != 1)
        {
            problems.Add("a monitor of nothing, or of several things", "one of accounts, tag and costCategory", "Make one monitor for each.", "FIN1160");
        }
        else if (Accounts.Count > 0 ? Values.Count > 0 : Values.Count == 0 || (CostCategory is not null && Values.Count > 1))
        {
            problems.At("values").Add($"{Values.Count} values", Accounts.Count > 0 ? "none beside accounts" : CostCategory is not null ? "exactly one value of the cost category" : "1 to 10 values of the tag", "Make one monitor for each.", "FIN1160");
        }
    }
}
