using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.TrustedAdvisor;

[JsonConverter(typeof(ConstantConverter<RecommendationPillar>))]
public class RecommendationPillar(string value) : ConstantClass(value), IConstant<RecommendationPillar>
{
    public static readonly RecommendationPillar Cost_optimizing = new("cost_optimizing");
    public static readonly RecommendationPillar Performance = new("performance");
    public static readonly RecommendationPillar Security = new("security");
    public static readonly RecommendationPillar Service_limits = new("service_limits");
    public static readonly RecommendationPillar Fault_tolerance = new("fault_tolerance");
    public static readonly RecommendationPillar Operational_excellence = new("operational_excellence");

    public static RecommendationPillar FindValue(string value) => new(value);

    static RecommendationPillar IConstant<RecommendationPillar>.Of(string value) => new(value);

    public static implicit operator RecommendationPillar(string value) => value is null ? null! : new(value);
}
