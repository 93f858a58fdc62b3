using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.TrustedAdvisor;

[JsonConverter(typeof(ConstantConverter<RecommendationLifecycleStage>))]
public class RecommendationLifecycleStage(string value) : ConstantClass(value), IConstant<RecommendationLifecycleStage>
{
    public static readonly RecommendationLifecycleStage In_progress = new("in_progress");
    public static readonly RecommendationLifecycleStage Pending_response = new("pending_response");
    public static readonly RecommendationLifecycleStage Dismissed = new("dismissed");
    public static readonly RecommendationLifecycleStage Resolved = new("resolved");

    public static RecommendationLifecycleStage FindValue(string value) => new(value);

    static RecommendationLifecycleStage IConstant<RecommendationLifecycleStage>.Of(string value) => new(value);

    public static implicit operator RecommendationLifecycleStage(string value) => value is null ? null! : new(value);
}
