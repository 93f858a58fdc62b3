namespace FinOps.LocalAws.Services.DataExports;

/// <summary>A table that an export can read.</summary>
/// <param name="Columns">Its columns without regard to case; null where they depend on the table's properties and are not checked.</param>
/// <param name="Properties">What can be configured, and the values; none listed means any text.</param>
internal sealed record ExportTable(string Name, IReadOnlySet<string>? Columns, IReadOnlyDictionary<string, string[]> Properties);

/// <summary>The tables of Data Exports, as AWS documents them in 2026.</summary>
internal static class ExportTables
{
    public const string Recommendations = "COST_OPTIMIZATION_RECOMMENDATIONS";

    private static readonly string[] Flag = ["TRUE", "FALSE"];
    private static readonly string[] Granularity = ["HOURLY", "DAILY", "MONTHLY"];

    private static readonly Dictionary<string, ExportTable> All = new ExportTable[]
    {
        new("FOCUS_1_2_AWS", Columns("""
            AvailabilityZone BilledCost BillingAccountId BillingAccountName BillingAccountType BillingCurrency BillingPeriodEnd BillingPeriodStart
            CapacityReservationId CapacityReservationStatus ChargeCategory ChargeClass ChargeDescription ChargeFrequency ChargePeriodEnd ChargePeriodStart
            CommitmentDiscountCategory CommitmentDiscountId CommitmentDiscountName CommitmentDiscountQuantity CommitmentDiscountStatus CommitmentDiscountType
            CommitmentDiscountUnit ConsumedQuantity ConsumedUnit ContractedCost ContractedUnitPrice EffectiveCost InvoiceId InvoiceIssuerName ListCost
            ListUnitPrice PricingCategory PricingCurrency PricingCurrencyContractedUnitPrice PricingCurrencyEffectiveCost PricingCurrencyListUnitPrice
            PricingQuantity PricingUnit ProviderName PublisherName RegionId RegionName ResourceId ResourceName ResourceType ServiceCategory ServiceName
            ServiceSubcategory SkuId SkuMeter SkuPriceDetails SkuPriceId SubAccountId SubAccountName SubAccountType Tags x_Discounts x_Operation x_ServiceCode
            """), Properties(("TIME_GRANULARITY", Granularity))),
        new(Recommendations, Columns("""
            account_id action_type currency_code current_resource_details current_resource_summary current_resource_type
            estimated_monthly_cost_after_discount estimated_monthly_cost_before_discount estimated_monthly_savings_after_discount
            estimated_monthly_savings_before_discount estimated_savings_percentage_after_discount estimated_savings_percentage_before_discount
            implementation_effort last_refresh_timestamp recommendation_id recommendation_lookback_period_in_days recommendation_source
            recommended_resource_details recommended_resource_summary recommended_resource_type region resource_arn restart_needed rollback_possible tags
            """), Properties(("FILTER", []), ("INCLUDE_ALL_RECOMMENDATIONS", Flag))),
        new("COST_AND_USAGE_REPORT", null, Properties(
            ("BILLING_VIEW_ARN", []), ("TIME_GRANULARITY", Granularity), ("INCLUDE_RESOURCES", Flag), ("INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY", Flag),
            ("INCLUDE_SPLIT_COST_ALLOCATION_DATA", Flag), ("INCLUDE_IAM_PRINCIPAL_DATA", Flag))),
    }.ToDictionary(table => table.Name, StringComparer.OrdinalIgnoreCase);

    public static ExportTable? Find(string name) => All.GetValueOrDefault(name);

    private static HashSet<string> Columns(string names) =>
        names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, string[]> Properties(params (string Name, string[] Values)[] properties) =>
        properties.ToDictionary(property => property.Name, property => property.Values, StringComparer.Ordinal);
}
