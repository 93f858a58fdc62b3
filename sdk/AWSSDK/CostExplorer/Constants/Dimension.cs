using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.CostExplorer;

[JsonConverter(typeof(ConstantConverter<Dimension>))]
public class Dimension(string value) : ConstantClass(value), IConstant<Dimension>
{
    public static readonly Dimension AZ = new("AZ");
    public static readonly Dimension INSTANCE_TYPE = new("INSTANCE_TYPE");
    public static readonly Dimension LINKED_ACCOUNT = new("LINKED_ACCOUNT");
    public static readonly Dimension PAYER_ACCOUNT = new("PAYER_ACCOUNT");
    public static readonly Dimension LINKED_ACCOUNT_NAME = new("LINKED_ACCOUNT_NAME");
    public static readonly Dimension OPERATION = new("OPERATION");
    public static readonly Dimension PURCHASE_TYPE = new("PURCHASE_TYPE");
    public static readonly Dimension REGION = new("REGION");
    public static readonly Dimension SERVICE = new("SERVICE");
    public static readonly Dimension SERVICE_CODE = new("SERVICE_CODE");
    public static readonly Dimension USAGE_TYPE = new("USAGE_TYPE");
    public static readonly Dimension USAGE_TYPE_GROUP = new("USAGE_TYPE_GROUP");
    public static readonly Dimension RECORD_TYPE = new("RECORD_TYPE");
    public static readonly Dimension OPERATING_SYSTEM = new("OPERATING_SYSTEM");
    public static readonly Dimension TENANCY = new("TENANCY");
    public static readonly Dimension SCOPE = new("SCOPE");
    public static readonly Dimension PLATFORM = new("PLATFORM");
    public static readonly Dimension SUBSCRIPTION_ID = new("SUBSCRIPTION_ID");
    public static readonly Dimension LEGAL_ENTITY_NAME = new("LEGAL_ENTITY_NAME");
    public static readonly Dimension DEPLOYMENT_OPTION = new("DEPLOYMENT_OPTION");
    public static readonly Dimension DATABASE_ENGINE = new("DATABASE_ENGINE");
    public static readonly Dimension CACHE_ENGINE = new("CACHE_ENGINE");
    public static readonly Dimension INSTANCE_TYPE_FAMILY = new("INSTANCE_TYPE_FAMILY");
    public static readonly Dimension BILLING_ENTITY = new("BILLING_ENTITY");
    public static readonly Dimension RESERVATION_ID = new("RESERVATION_ID");
    public static readonly Dimension RESOURCE_ID = new("RESOURCE_ID");
    public static readonly Dimension RIGHTSIZING_TYPE = new("RIGHTSIZING_TYPE");
    public static readonly Dimension SAVINGS_PLANS_TYPE = new("SAVINGS_PLANS_TYPE");
    public static readonly Dimension SAVINGS_PLAN_ARN = new("SAVINGS_PLAN_ARN");
    public static readonly Dimension PAYMENT_OPTION = new("PAYMENT_OPTION");
    public static readonly Dimension AGREEMENT_END_DATE_TIME_AFTER = new("AGREEMENT_END_DATE_TIME_AFTER");
    public static readonly Dimension AGREEMENT_END_DATE_TIME_BEFORE = new("AGREEMENT_END_DATE_TIME_BEFORE");
    public static readonly Dimension INVOICING_ENTITY = new("INVOICING_ENTITY");
    public static readonly Dimension ANOMALY_TOTAL_IMPACT_ABSOLUTE = new("ANOMALY_TOTAL_IMPACT_ABSOLUTE");
    public static readonly Dimension ANOMALY_TOTAL_IMPACT_PERCENTAGE = new("ANOMALY_TOTAL_IMPACT_PERCENTAGE");

    public static Dimension FindValue(string value) => new(value);

    static Dimension IConstant<Dimension>.Of(string value) => new(value);

    public static implicit operator Dimension(string value) => value is null ? null! : new(value);
}
