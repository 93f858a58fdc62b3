using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.CostExplorer;

[JsonConverter(typeof(ConstantConverter<CostAllocationTagStatus>))]
public class CostAllocationTagStatus(string value) : ConstantClass(value), IConstant<CostAllocationTagStatus>
{
    public static readonly CostAllocationTagStatus Active = new("Active");
    public static readonly CostAllocationTagStatus Inactive = new("Inactive");

    public static CostAllocationTagStatus FindValue(string value) => new(value);

    static CostAllocationTagStatus IConstant<CostAllocationTagStatus>.Of(string value) => new(value);

    public static implicit operator CostAllocationTagStatus(string value) => value is null ? null! : new(value);
}
