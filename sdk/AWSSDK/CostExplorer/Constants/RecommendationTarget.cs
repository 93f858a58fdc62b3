using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.CostExplorer;

[JsonConverter(typeof(ConstantConverter<RecommendationTarget>))]
public class RecommendationTarget(string value) : ConstantClass(value), IConstant<RecommendationTarget>
{
    public static readonly RecommendationTarget SAME_INSTANCE_FAMILY = new("SAME_INSTANCE_FAMILY");
    public static readonly RecommendationTarget CROSS_INSTANCE_FAMILY = new("CROSS_INSTANCE_FAMILY");

    public static RecommendationTarget FindValue(string value) => new(value);

    static RecommendationTarget IConstant<RecommendationTarget>.Of(string value) => new(value);

    public static implicit operator RecommendationTarget(string value) => value is null ? null! : new(value);
}
