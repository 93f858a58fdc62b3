using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.ResourceGroupsTaggingAPI;

[JsonConverter(typeof(ConstantConverter<TargetIdType>))]
public class TargetIdType(string value) : ConstantClass(value), IConstant<TargetIdType>
{
    public static readonly TargetIdType ACCOUNT = new("ACCOUNT");
    public static readonly TargetIdType OU = new("OU");
    public static readonly TargetIdType ROOT = new("ROOT");

    public static TargetIdType FindValue(string value) => new(value);

    static TargetIdType IConstant<TargetIdType>.Of(string value) => new(value);

    public static implicit operator TargetIdType(string value) => value is null ? null! : new(value);
}
