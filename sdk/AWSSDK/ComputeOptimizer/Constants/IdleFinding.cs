using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.ComputeOptimizer;

[JsonConverter(typeof(ConstantConverter<IdleFinding>))]
public class IdleFinding(string value) : ConstantClass(value), IConstant<IdleFinding>
{
    public static readonly IdleFinding Idle = new("Idle");
    public static readonly IdleFinding Unattached = new("Unattached");
    public static readonly IdleFinding Unused = new("Unused");

    public static IdleFinding FindValue(string value) => new(value);

    static IdleFinding IConstant<IdleFinding>.Of(string value) => new(value);

    public static implicit operator IdleFinding(string value) => value is null ? null! : new(value);
}
