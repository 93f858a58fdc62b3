using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.Organizations;

[JsonConverter(typeof(ConstantConverter<PolicyTypeStatus>))]
public class PolicyTypeStatus(string value) : ConstantClass(value), IConstant<PolicyTypeStatus>
{
    public static readonly PolicyTypeStatus ENABLED = new("ENABLED");
    public static readonly PolicyTypeStatus PENDING_ENABLE = new("PENDING_ENABLE");
    public static readonly PolicyTypeStatus PENDING_DISABLE = new("PENDING_DISABLE");

    public static PolicyTypeStatus FindValue(string value) => new(value);

    static PolicyTypeStatus IConstant<PolicyTypeStatus>.Of(string value) => new(value);

    public static implicit operator PolicyTypeStatus(string value) => value is null ? null! : new(value);
}
