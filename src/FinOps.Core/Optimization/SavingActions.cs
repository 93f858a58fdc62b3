namespace FinOps.Core.Optimization;

/// <summary>What follows from the kind of an action.</summary>
public static class SavingActions
{
    /// <summary>A commitment lowers the price of usage; everything else lowers the usage.</summary>
    public static bool IsPurchase(this SavingAction action) => action is SavingAction.PurchaseSavingsPlans or SavingAction.PurchaseReservedInstances;

    /// <summary>Of a source that states none.</summary>
    public static Effort UsualEffort(this SavingAction action) => action switch
    {
        SavingAction.PurchaseSavingsPlans or SavingAction.PurchaseReservedInstances => Effort.VeryLow,
        SavingAction.Stop or SavingAction.Delete or SavingAction.ScaleIn or SavingAction.Upgrade => Effort.Low,
        SavingAction.Rightsize => Effort.Medium,
        SavingAction.MigrateToGraviton => Effort.VeryHigh,
        _ => Effort.Unknown,
    };

    /// <summary>As AWS writes it; <see cref="SavingAction.Other"/> for anything else.</summary>
    public static SavingAction Parse(string? text) =>
        Enum.TryParse<SavingAction>(text, out var action) && Enum.GetName(action) == text ? action : SavingAction.Other;

    /// <returns>Null where nothing is stated; <see cref="Effort.Unknown"/> for a word that is none of AWS's five.</returns>
    public static Effort? ParseEffort(string? text) => string.IsNullOrEmpty(text) ? null
        : Enum.TryParse<Effort>(text, out var effort) && Enum.GetName(effort) == text ? effort : Effort.Unknown;
}
