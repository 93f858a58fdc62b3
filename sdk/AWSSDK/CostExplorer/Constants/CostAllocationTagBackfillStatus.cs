using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.CostExplorer;

[JsonConverter(typeof(ConstantConverter<CostAllocationTagBackfillStatus>))]
public class CostAllocationTagBackfillStatus(string value) : ConstantClass(value), IConstant<CostAllocationTagBackfillStatus>
{
    public static readonly CostAllocationTagBackfillStatus FAILED = new("FAILED");
    public static readonly CostAllocationTagBackfillStatus PROCESSING = new("PROCESSING");
    public static readonly CostAllocationTagBackfillStatus SUCCEEDED = new("SUCCEEDED");

    public static CostAllocationTagBackfillStatus FindValue(string value) => new(value);

    static CostAllocationTagBackfillStatus IConstant<CostAllocationTagBackfillStatus>.Of(string value) => new(value);

    public static implicit operator CostAllocationTagBackfillStatus(string value) => value is null ? null! : new(value);
}
