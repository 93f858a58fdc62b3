using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.Budgets;

[JsonConverter(typeof(ConstantConverter<ActionSubType>))]
public class ActionSubType(string value) : ConstantClass(value), IConstant<ActionSubType>
{
    public static readonly ActionSubType STOP_EC2_INSTANCES = new("STOP_EC2_INSTANCES");
    public static readonly ActionSubType STOP_RDS_INSTANCES = new("STOP_RDS_INSTANCES");

    public static ActionSubType FindValue(string value) => new(value);

    static ActionSubType IConstant<ActionSubType>.Of(string value) => new(value);

    public static implicit operator ActionSubType(string value) => value is null ? null! : new(value);
}
