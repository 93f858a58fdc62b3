using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.TrustedAdvisor;

[JsonConverter(typeof(ConstantConverter<RecommendationType>))]
public class RecommendationType(string value) : ConstantClass(value), IConstant<RecommendationType>
{
    public static readonly RecommendationType Standard = new("standard");
    public static readonly RecommendationType Priority = new("priority");

    public static RecommendationType FindValue(string value) => new(value);

    static RecommendationType IConstant<RecommendationType>.Of(string value) => new(value);

    public static implicit operator RecommendationType(string value) => value is null ? null! : new(value);
}
