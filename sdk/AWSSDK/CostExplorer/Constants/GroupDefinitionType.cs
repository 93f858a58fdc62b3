using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.CostExplorer;

[JsonConverter(typeof(ConstantConverter<GroupDefinitionType>))]
public class GroupDefinitionType(string value) : ConstantClass(value), IConstant<GroupDefinitionType>
{
    public static readonly GroupDefinitionType DIMENSION = new("DIMENSION");
    public static readonly GroupDefinitionType TAG = new("TAG");
    public static readonly GroupDefinitionType COST_CATEGORY = new("COST_CATEGORY");

    public static GroupDefinitionType FindValue(string value) => new(value);

    static GroupDefinitionType IConstant<GroupDefinitionType>.Of(string value) => new(value);

    public static implicit operator GroupDefinitionType(string value) => value is null ? null! : new(value);
}
