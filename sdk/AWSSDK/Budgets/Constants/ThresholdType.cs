using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.Budgets;

[JsonConverter(typeof(ConstantConverter<ThresholdType>))]
public class ThresholdType(string value) : ConstantClass(value), IConstant<ThresholdType>
{
    public static readonly ThresholdType PERCENTAGE = new("PERCENTAGE");
    public static readonly ThresholdType ABSOLUTE_VALUE = new("ABSOLUTE_VALUE");

    public static ThresholdType FindValue(string value) => new(value);

    static ThresholdType IConstant<ThresholdType>.Of(string value) => new(value);

    public static implicit operator ThresholdType(string value) => value is null ? null! : new(value);
}
