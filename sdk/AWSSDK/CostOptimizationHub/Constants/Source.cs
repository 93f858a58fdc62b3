using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.CostOptimizationHub;

[JsonConverter(typeof(ConstantConverter<Source>))]
public class Source(string value) : ConstantClass(value), IConstant<Source>
{
    public static readonly Source ComputeOptimizer = new("ComputeOptimizer");
    public static readonly Source CostExplorer = new("CostExplorer");

    public static Source FindValue(string value) => new(value);

    static Source IConstant<Source>.Of(string value) => new(value);

    public static implicit operator Source(string value) => value is null ? null! : new(value);
}
