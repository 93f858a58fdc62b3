using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.Budgets;

[JsonConverter(typeof(ConstantConverter<ExecutionType>))]
public class ExecutionType(string value) : ConstantClass(value), IConstant<ExecutionType>
{
    public static readonly ExecutionType APPROVE_BUDGET_ACTION = new("APPROVE_BUDGET_ACTION");
    public static readonly ExecutionType RETRY_BUDGET_ACTION = new("RETRY_BUDGET_ACTION");
    public static readonly ExecutionType REVERSE_BUDGET_ACTION = new("REVERSE_BUDGET_ACTION");
    public static readonly ExecutionType RESET_BUDGET_ACTION = new("RESET_BUDGET_ACTION");

    public static ExecutionType FindValue(string value) => new(value);

    static ExecutionType IConstant<ExecutionType>.Of(string value) => new(value);

    public static implicit operator ExecutionType(string value) => value is null ? null! : new(value);
}
