using System.Collections.Immutable;

namespace FinOps.Infra.CostData;

/// <summary>The tables that this stack exports. Names and types are those of AWS's table dictionary in 2026.</summary>
public static class ExportTables
{
    /// <summary>FOCUS 1.2 with AWS's own columns: 57 of the specification, and x_Discounts, x_Operation, x_ServiceCode.</summary>
    /// <param name="granularity">HOURLY, DAILY or MONTHLY.</param>
    public static ExportTable Focus(string granularity) => new(
        "focus",
        "FOCUS_1_2_AWS",
        "The bill in the FOCUS 1.2 format, with AWS's own columns.",
        Sorted(
        [
            .. ExportColumn.Of(ExportColumn.Text, """
                AvailabilityZone BillingAccountId BillingAccountName BillingAccountType BillingCurrency CapacityReservationId CapacityReservationStatus
                ChargeCategory ChargeClass ChargeDescription ChargeFrequency CommitmentDiscountCategory CommitmentDiscountId CommitmentDiscountName
                CommitmentDiscountStatus CommitmentDiscountType CommitmentDiscountUnit ConsumedUnit InvoiceId InvoiceIssuerName PricingCategory
                PricingCurrency PricingUnit ProviderName PublisherName RegionId RegionName ResourceId ResourceName ResourceType ServiceCategory
                ServiceName ServiceSubcategory SkuId SkuMeter SkuPriceId SubAccountId SubAccountName SubAccountType x_Operation x_ServiceCode
                """),
            .. ExportColumn.Of(ExportColumn.Number, """
                BilledCost CommitmentDiscountQuantity ConsumedQuantity ContractedCost ContractedUnitPrice EffectiveCost ListCost ListUnitPrice
                PricingCurrencyContractedUnitPrice PricingCurrencyEffectiveCost PricingCurrencyListUnitPrice PricingQuantity
                """),
            .. ExportColumn.Of(ExportColumn.Time, "BillingPeriodEnd BillingPeriodStart ChargePeriodEnd ChargePeriodStart"),
            .. ExportColumn.Of(ExportColumn.TextMap, "SkuPriceDetails Tags"),
            .. ExportColumn.Of(ExportColumn.NumberMap, "x_Discounts"),
        ]),
        Configuration(("TIME_GRANULARITY", granularity)),
        ExportPartition.Month);

    /// <summary>What Cost Optimization Hub recommends, as of each day.</summary>
    public static ExportTable Recommendations { get; } = new(
        "recommendations",
        "COST_OPTIMIZATION_RECOMMENDATIONS",
        "The recommendations of Cost Optimization Hub, a set for each day.",
        Sorted(
        [
            .. ExportColumn.Of(ExportColumn.Text, """
                account_id action_type currency_code current_resource_details current_resource_summary current_resource_type implementation_effort
                last_refresh_timestamp recommendation_id recommendation_source recommended_resource_details recommended_resource_summary
                recommended_resource_type region resource_arn
                """),
            .. ExportColumn.Of(ExportColumn.Number, """
                estimated_monthly_cost_after_discount estimated_monthly_cost_before_discount estimated_monthly_savings_after_discount
                estimated_monthly_savings_before_discount estimated_savings_percentage_after_discount estimated_savings_percentage_before_discount
                """),
            .. ExportColumn.Of(ExportColumn.Whole, "recommendation_lookback_period_in_days"),
            .. ExportColumn.Of(ExportColumn.Flag, "restart_needed rollback_possible"),
            .. ExportColumn.Of(ExportColumn.TextMap, "tags"),
        ]),
        Configuration(("FILTER", "{}"), ("INCLUDE_ALL_RECOMMENDATIONS", "TRUE")),
        ExportPartition.Day);

    /// <summary>CUR 2.0 as far as FOCUS falls short: cost categories, and how the cost of containers is split.</summary>
    /// <param name="granularity">HOURLY, DAILY or MONTHLY.</param>
    public static ExportTable Cur2(string granularity) => new(
        "cur2",
        "COST_AND_USAGE_REPORT",
        "Cost and usage with cost categories and split costs, which FOCUS 1.2 does not have.",
        Sorted(
        [
            .. ExportColumn.Of(ExportColumn.Text, """
                bill_bill_type bill_payer_account_id line_item_currency_code line_item_line_item_type line_item_operation line_item_product_code
                line_item_resource_id line_item_usage_account_id line_item_usage_type reservation_reservation_a_r_n
                savings_plan_savings_plan_a_r_n split_line_item_parent_resource_id
                """),
            .. ExportColumn.Of(ExportColumn.Number, """
                line_item_unblended_cost line_item_usage_amount pricing_public_on_demand_cost reservation_effective_cost
                savings_plan_savings_plan_effective_cost split_line_item_split_cost split_line_item_split_usage split_line_item_unused_cost
                """),
            .. ExportColumn.Of(ExportColumn.Time, "bill_billing_period_start_date line_item_usage_end_date line_item_usage_start_date"),
            .. ExportColumn.Of(ExportColumn.TextMap, "cost_category resource_tags"),
        ]),
        Configuration(("INCLUDE_RESOURCES", "TRUE"), ("INCLUDE_SPLIT_COST_ALLOCATION_DATA", "TRUE"), ("TIME_GRANULARITY", granularity)),
        ExportPartition.Month);

    private static ImmutableArray<ExportColumn> Sorted(IEnumerable<ExportColumn> columns) => [.. columns.OrderBy(column => column.Name, StringComparer.Ordinal)];

    private static ImmutableDictionary<string, string> Configuration(params (string Key, string Value)[] properties) =>
        properties.ToImmutableDictionary(property => property.Key, property => property.Value);
}
