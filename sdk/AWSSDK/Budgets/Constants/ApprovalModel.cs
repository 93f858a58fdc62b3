using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.Budgets;

[JsonConverter(typeof(ConstantConverter<ApprovalModel>))]
public class ApprovalModel(string value) : ConstantClass(value), IConstant<ApprovalModel>
{
    public static readonly ApprovalModel AUTOMATIC = new("AUTOMATIC");
    public static readonly ApprovalModel MANUAL = new("MANUAL");

    public static ApprovalModel FindValue(string value) => new(value);

    static ApprovalModel IConstant<ApprovalModel>.Of(string value) => new(value);

    public static implicit operator ApprovalModel(string value) => value is null ? null! : new(value);
}
