using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement;

[JsonConverter(typeof(ConstantConverter<ParameterType>))]
public class ParameterType(string value) : ConstantClass(value), IConstant<ParameterType>
{
    public static readonly ParameterType String = new("String");
    public static readonly ParameterType StringList = new("StringList");
    public static readonly ParameterType SecureString = new("SecureString");

    public static ParameterType FindValue(string value) => new(value);

    static ParameterType IConstant<ParameterType>.Of(string value) => new(value);

    public static implicit operator ParameterType(string value) => value is null ? null! : new(value);
}
