using System.Collections.Frozen;
using FinOps.Core.Costs.Rows;

namespace FinOps.LocalAws.CostExplorer.Expressions;

/// <summary>One of Cost Explorer's dimensions over the synthetic rows.</summary>
/// <param name="Missing">What Cost Explorer shows for rows without a value.</param>
/// <param name="CanGroup">Whether results can be grouped by it.</param>
internal sealed record CostDimension(string Key, string Missing, bool CanGroup, Func<CostLineItem, string> Raw)
{
    /// <summary>Only where resource-level data is asked for: other queries do not know it.</summary>
    public const string ResourceId = "RESOURCE_ID";

    private static readonly FrozenDictionary<string, CostDimension> ByKey = new CostDimension[]
    {
        new("AZ", "NoAZ", true, item => item.AvailabilityZone),
        new("INSTANCE_TYPE", "NoInstanceType", true, item => item.InstanceType),
        new("INSTANCE_TYPE_FAMILY", "NoInstanceTypeFamily", true, item => item.InstanceTypeFamily),
        new("LEGAL_ENTITY_NAME", "NoLegalEntityName", true, item => item.LegalEntity),
        new("INVOICING_ENTITY", "NoInvoicingEntity", true, item => item.LegalEntity),
        new("LINKED_ACCOUNT", "NoLinkedAccount", true, item => item.AccountId),
        new("LINKED_ACCOUNT_NAME", "NoLinkedAccountName", false, item => item.AccountName),
        new("PAYER_ACCOUNT", "NoPayerAccount", false, item => item.PayerAccountId),
        new("OPERATION", "NoOperation", true, item => item.Operation),
        new("PLATFORM", "NoPlatform", true, item => item.Platform),
        new("OPERATING_SYSTEM", "NoOperatingSystem", true, item => item.OperatingSystem),
        new("PURCHASE_TYPE", "NoPurchaseType", true, item => item.PurchaseType),
        new("SERVICE", "NoService", true, item => item.Service),
        new("SERVICE_CODE", "NoServiceCode", false, item => item.ServiceCode),
        new("TENANCY", "NoTenancy", true, item => item.Tenancy),
        new("RECORD_TYPE", "NoRecordType", true, item => item.RecordType),
        new("USAGE_TYPE", "NoUsageType", true, item => item.UsageType),
        new("USAGE_TYPE_GROUP", "NoUsageTypeGroup", false, item => item.UsageTypeGroup),
        new("REGION", "NoRegion", true, item => item.Region),
        new("DATABASE_ENGINE", "NoDatabaseEngine", true, item => item.DatabaseEngine),
        new("DEPLOYMENT_OPTION", "NoDeploymentOption", true, item => item.DeploymentOption),
        new("BILLING_ENTITY", "NoBillingEntity", true, item => item.BillingEntity),
        new("SAVINGS_PLAN_ARN", "NoSavingsPlanArn", false, item => item.SavingsPlanArn),
        new("CACHE_ENGINE", "NoCacheEngine", true, _ => ""),
        new("SCOPE", "NoScope", false, _ => ""),
        new("SUBSCRIPTION_ID", "NoSubscriptionId", false, _ => ""),
        new("RESERVATION_ID", "NoReservationId", true, _ => ""),
        new("SAVINGS_PLANS_TYPE", "NoSavingsPlansType", true, item => item.SavingsPlanArn.Length > 0 ? "ComputeSavingsPlans" : ""),
        new("PAYMENT_OPTION", "NoPaymentOption", false, _ => ""),
        new(ResourceId, "NoResourceId", true, item => BilledId(item.ResourceId)),
    }.ToFrozenDictionary(dimension => dimension.Key, StringComparer.Ordinal);

    /// <summary>Keys that results can be grouped by, as an error message lists them.</summary>
    public static IEnumerable<string> GroupKeys => ByKey.Values.Where(dimension => dimension.CanGroup && dimension.Key != ResourceId).Select(dimension => dimension.Key).Order(StringComparer.Ordinal);

    public static IEnumerable<string> Keys => ByKey.Keys.Where(key => key != ResourceId).Order(StringComparer.Ordinal);

    /// <summary>Null for a key that is none.</summary>
    public static CostDimension? Find(string key) => ByKey.GetValueOrDefault(key);

    public string ValueOf(CostLineItem item) => Raw(item) is { Length: > 0 } value ? value : Missing;

    // The bill names what EC2 has by its id, a bucket by its name, and everything else by its ARN.
    private static string BilledId(string arn) => arn.Split(':') switch
    {
        [_, _, "ec2", _, _, var rest] => rest[(rest.LastIndexOf('/') + 1)..],
        [_, _, "s3", "", "", var bucket] => bucket,
        _ => arn,
    };
}
