using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.ComputeOptimizer;

[JsonConverter(typeof(ConstantConverter<EBSFinding>))]
public class EBSFinding(string value) : ConstantClass(value), IConstant<EBSFinding>
{
    public static readonly EBSFinding Optimized = new("Optimized");
    public static readonly EBSFinding NotOptimized = new("NotOptimized");

    public static EBSFinding FindValue(string value) => new(value);

    static EBSFinding IConstant<EBSFinding>.Of(string value) => new(value);

    public static implicit operator EBSFinding(string value) => value is null ? null! : new(value);
}
