using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.CostExplorer;

[JsonConverter(typeof(ConstantConverter<Metric>))]
public class Metric(string value) : ConstantClass(value), IConstant<Metric>
{
    public static readonly Metric BLENDED_COST = new("BLENDED_COST");
    public static readonly Metric UNBLENDED_COST = new("UNBLENDED_COST");
    public static readonly Metric AMORTIZED_COST = new("AMORTIZED_COST");
    public static readonly Metric NET_UNBLENDED_COST = new("NET_UNBLENDED_COST");
    public static readonly Metric NET_AMORTIZED_COST = new("NET_AMORTIZED_COST");
    public static readonly Metric USAGE_QUANTITY = new("USAGE_QUANTITY");
    public static readonly Metric NORMALIZED_USAGE_AMOUNT = new("NORMALIZED_USAGE_AMOUNT");

    public static Metric FindValue(string value) => new(value);

    static Metric IConstant<Metric>.Of(string value) => new(value);

    public static implicit operator Metric(string value) => value is null ? null! : new(value);
}
