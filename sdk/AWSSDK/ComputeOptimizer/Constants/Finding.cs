using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.ComputeOptimizer;

[JsonConverter(typeof(ConstantConverter<Finding>))]
public class Finding(string value) : ConstantClass(value), IConstant<Finding>
{
    public static readonly Finding Underprovisioned = new("Underprovisioned");
    public static readonly Finding Overprovisioned = new("Overprovisioned");
    public static readonly Finding Optimized = new("Optimized");
    public static readonly Finding NotOptimized = new("NotOptimized");

    public static Finding FindValue(string value) => new(value);

    static Finding IConstant<Finding>.Of(string value) => new(value);

    public static implicit operator Finding(string value) => value is null ? null! : new(value);
}
