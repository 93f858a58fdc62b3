using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.CostExplorer;

[JsonConverter(typeof(ConstantConverter<RightsizingType>))]
public class RightsizingType(string value) : ConstantClass(value), IConstant<RightsizingType>
{
    public static readonly RightsizingType TERMINATE = new("TERMINATE");
    public static readonly RightsizingType MODIFY = new("MODIFY");

    public static RightsizingType FindValue(string value) => new(value);

    static RightsizingType IConstant<RightsizingType>.Of(string value) => new(value);

    public static implicit operator RightsizingType(string value) => value is null ? null! : new(value);
}
