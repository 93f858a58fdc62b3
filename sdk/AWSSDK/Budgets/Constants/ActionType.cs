using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.Budgets;

[JsonConverter(typeof(ConstantConverter<ActionType>))]
public class ActionType(string value) : ConstantClass(value), IConstant<ActionType>
{
    public static readonly ActionType APPLY_IAM_POLICY = new("APPLY_IAM_POLICY");
    public static readonly ActionType APPLY_SCP_POLICY = new("APPLY_SCP_POLICY");
    public static readonly ActionType RUN_SSM_DOCUMENTS = new("RUN_SSM_DOCUMENTS");

    public static ActionType FindValue(string value) => new(value);

    static ActionType IConstant<ActionType>.Of(string value) => new(value);

    public static implicit operator ActionType(string value) => value is null ? null! : new(value);
}
