using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.ComputeOptimizer;

[JsonConverter(typeof(ConstantConverter<CurrentPerformanceRisk>))]
public class CurrentPerformanceRisk(string value) : ConstantClass(value), IConstant<CurrentPerformanceRisk>
{
    public static readonly CurrentPerformanceRisk VeryLow = new("VeryLow");
    public static readonly CurrentPerformanceRisk Low = new("Low");
    public static readonly CurrentPerformanceRisk Medium = new("Medium");
    public static readonly CurrentPerformanceRisk High = new("High");

    public static CurrentPerformanceRisk FindValue(string value) => new(value);

    static CurrentPerformanceRisk IConstant<CurrentPerformanceRisk>.Of(string value) => new(value);

    public static implicit operator CurrentPerformanceRisk(string value) => value is null ? null! : new(value);
}
