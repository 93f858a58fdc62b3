namespace FinOps.Core.Costs;

/// <summary>Values of Cost Explorer's RECORD_TYPE dimension, also shown as "charge type".</summary>
public static class RecordTypes
{
    public const string Usage = "Usage";

    /// <summary>Usage that a savings plan pays for: on-demand price as unblended cost, plan price as amortized cost.</summary>
    public const string SavingsPlanCoveredUsage = "SavingsPlanCoveredUsage";

    /// <summary>Takes the on-demand price of covered usage back. It carries no resource and therefore no tags.</summary>
    public const string SavingsPlanNegation = "SavingsPlanNegation";

    /// <summary>The commitment itself, on the account that bought the plan; its amortized cost is the unused part only.</summary>
    public const string SavingsPlanRecurringFee = "SavingsPlanRecurringFee";

    /// <summary>A negotiated discount as separate lines; zero in the net metrics, which already contain it.</summary>
    public const string EnterpriseDiscount = "Enterprise Discount Program Discount";

    public const string Credit = "Credit";
    public const string Refund = "Refund";
    public const string Tax = "Tax";
    public const string Support = "Support";

    public static IReadOnlyList<string> All { get; } =
        [Usage, SavingsPlanCoveredUsage, SavingsPlanNegation, SavingsPlanRecurringFee, EnterpriseDiscount, Credit, Refund, Tax, Support];

    /// <summary>Whether lines of this type stem from a resource, which somebody could have tagged.</summary>
    public static bool IsResourceUsage(string recordType) => recordType is Usage or SavingsPlanCoveredUsage;
}
