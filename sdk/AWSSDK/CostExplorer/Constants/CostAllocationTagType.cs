using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.CostExplorer;

[JsonConverter(typeof(ConstantConverter<CostAllocationTagType>))]
public class CostAllocationTagType(string value) : ConstantClass(value), IConstant<CostAllocationTagType>
{
    public static readonly CostAllocationTagType AWSGenerated = new("AWSGenerated");
    public static readonly CostAllocationTagType UserDefined = new("UserDefined");

    public static CostAllocationTagType FindValue(string value) => new(value);

    static CostAllocationTagType IConstant<CostAllocationTagType>.Of(string value) => new(value);

    public static implicit operator CostAllocationTagType(string value) => value is null ? null! : new(value);
}
