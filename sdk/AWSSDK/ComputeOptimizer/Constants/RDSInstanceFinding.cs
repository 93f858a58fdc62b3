using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.ComputeOptimizer;

[JsonConverter(typeof(ConstantConverter<RDSInstanceFinding>))]
public class RDSInstanceFinding(string value) : ConstantClass(value), IConstant<RDSInstanceFinding>
{
    public static readonly RDSInstanceFinding Optimized = new("Optimized");
    public static readonly RDSInstanceFinding Underprovisioned = new("Underprovisioned");
    public static readonly RDSInstanceFinding Overprovisioned = new("Overprovisioned");

    public static RDSInstanceFinding FindValue(string value) => new(value);

    static RDSInstanceFinding IConstant<RDSInstanceFinding>.Of(string value) => new(value);

    public static implicit operator RDSInstanceFinding(string value) => value is null ? null! : new(value);
}
