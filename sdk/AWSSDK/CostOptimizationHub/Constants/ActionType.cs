using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.CostOptimizationHub;

[JsonConverter(typeof(ConstantConverter<ActionType>))]
public class ActionType(string value) : ConstantClass(value), IConstant<ActionType>
{
    public static readonly ActionType Rightsize = new("Rightsize");
    public static readonly ActionType Stop = new("Stop");
    public static readonly ActionType Upgrade = new("Upgrade");
    public static readonly ActionType PurchaseSavingsPlans = new("PurchaseSavingsPlans");
    public static readonly ActionType PurchaseReservedInstances = new("PurchaseReservedInstances");
    public static readonly ActionType MigrateToGraviton = new("MigrateToGraviton");
    public static readonly ActionType Delete = new("Delete");
    public static readonly ActionType ScaleIn = new("ScaleIn");

    public static ActionType FindValue(string value) => new(value);

    static ActionType IConstant<ActionType>.Of(string value) => new(value);

    public static implicit operator ActionType(string value) => value is null ? null! : new(value);
}
