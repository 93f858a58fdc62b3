using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.Budgets;

[JsonConverter(typeof(ConstantConverter<ActionStatus>))]
public class ActionStatus(string value) : ConstantClass(value), IConstant<ActionStatus>
{
    public static readonly ActionStatus STANDBY = new("STANDBY");
    public static readonly ActionStatus PENDING = new("PENDING");
    public static readonly ActionStatus EXECUTION_IN_PROGRESS = new("EXECUTION_IN_PROGRESS");
    public static readonly ActionStatus EXECUTION_SUCCESS = new("EXECUTION_SUCCESS");
    public static readonly ActionStatus EXECUTION_FAILURE = new("EXECUTION_FAILURE");
    public static readonly ActionStatus REVERSE_IN_PROGRESS = new("REVERSE_IN_PROGRESS");
    public static readonly ActionStatus REVERSE_SUCCESS = new("REVERSE_SUCCESS");
    public static readonly ActionStatus REVERSE_FAILURE = new("REVERSE_FAILURE");
    public static readonly ActionStatus RESET_IN_PROGRESS = new("RESET_IN_PROGRESS");
    public static readonly ActionStatus RESET_FAILURE = new("RESET_FAILURE");

    public static ActionStatus FindValue(string value) => new(value);

    static ActionStatus IConstant<ActionStatus>.Of(string value) => new(value);

    public static implicit operator ActionStatus(string value) => value is null ? null! : new(value);
}
