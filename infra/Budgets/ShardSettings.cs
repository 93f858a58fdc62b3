using FinOps.Infra.Settings;
using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Budgets;

/// <summary>Accounts are spread by their id, so one more account moves no other. Everything else is in the first part.</summary>
public sealed record ShardSettings : ICheckedSettings
{
    /// <summary>The part that this stack declares.</summary>
    [Between(1, 50)]
    public required int Number { get; init; }

    /// <summary>How many parts there are.</summary>
    [Between(2, 50)]
    public required int Of { get; init; }

    public void Check(SettingsProblems problems)
    {
        if (Number > Of)
        {
            problems.At("number").Add($"part {Number} of {Of}", $"1 to {Of}", "Count the parts from 1.", "FIN1155");
        }
    }
}
