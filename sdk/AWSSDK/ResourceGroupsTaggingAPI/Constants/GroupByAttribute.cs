using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.ResourceGroupsTaggingAPI;

[JsonConverter(typeof(ConstantConverter<GroupByAttribute>))]
public class GroupByAttribute(string value) : ConstantClass(value), IConstant<GroupByAttribute>
{
    public static readonly GroupByAttribute TARGET_ID = new("TARGET_ID");
    public static readonly GroupByAttribute REGION = new("REGION");
    public static readonly GroupByAttribute RESOURCE_TYPE = new("RESOURCE_TYPE");

    public static GroupByAttribute FindValue(string value) => new(value);

    static GroupByAttribute IConstant<GroupByAttribute>.Of(string value) => new(value);

    public static implicit operator GroupByAttribute(string value) => value is null ? null! : new(value);
}
