using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.TrustedAdvisor;

[JsonConverter(typeof(ConstantConverter<RecommendationStatus>))]
public class RecommendationStatus(string value) : ConstantClass(value), IConstant<RecommendationStatus>
{
    public static readonly RecommendationStatus Ok = new("ok");
    public static readonly RecommendationStatus Warning = new("warning");
    public static readonly RecommendationStatus Error = new("error");

    public static RecommendationStatus FindValue(string value) => new(value);

    static RecommendationStatus IConstant<RecommendationStatus>.Of(string value) => new(value);

    public static implicit operator RecommendationStatus(string value) => value is null ? null! : new(value);
}
