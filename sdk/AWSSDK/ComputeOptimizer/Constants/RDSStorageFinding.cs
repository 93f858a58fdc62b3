using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.ComputeOptimizer;

[JsonConverter(typeof(ConstantConverter<RDSStorageFinding>))]
public class RDSStorageFinding(string value) : ConstantClass(value), IConstant<RDSStorageFinding>
{
    public static readonly RDSStorageFinding Optimized = new("Optimized");
    public static readonly RDSStorageFinding Underprovisioned = new("Underprovisioned");
    public static readonly RDSStorageFinding Overprovisioned = new("Overprovisioned");
    public static readonly RDSStorageFinding NotOptimized = new("NotOptimized");

    public static RDSStorageFinding FindValue(string value) => new(value);

    static RDSStorageFinding IConstant<RDSStorageFinding>.Of(string value) => new(value);

    public static implicit operator RDSStorageFinding(string value) => value is null ? null! : new(value);
}
