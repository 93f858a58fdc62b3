using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.CostExplorer;

[JsonConverter(typeof(ConstantConverter<NumericOperator>))]
public class NumericOperator(string value) : ConstantClass(value), IConstant<NumericOperator>
{
    public static readonly NumericOperator EQUAL = new("EQUAL");
    public static readonly NumericOperator GREATER_THAN_OR_EQUAL = new("GREATER_THAN_OR_EQUAL");
    public static readonly NumericOperator LESS_THAN_OR_EQUAL = new("LESS_THAN_OR_EQUAL");
    public static readonly NumericOperator GREATER_THAN = new("GREATER_THAN");
    public static readonly NumericOperator LESS_THAN = new("LESS_THAN");
    public static readonly NumericOperator BETWEEN = new("BETWEEN");

    public static NumericOperator FindValue(string value) => new(value);

    static NumericOperator IConstant<NumericOperator>.Of(string value) => new(value);

    public static implicit operator NumericOperator(string value) => value is null ? null! : new(value);
}
