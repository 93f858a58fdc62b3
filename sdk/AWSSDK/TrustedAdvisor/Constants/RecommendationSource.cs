using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.TrustedAdvisor;

[JsonConverter(typeof(ConstantConverter<RecommendationSource>))]
public class RecommendationSource(string value) : ConstantClass(value), IConstant<RecommendationSource>
{
    public static readonly RecommendationSource Aws_config = new("aws_config");
    public static readonly RecommendationSource Compute_optimizer = new("compute_optimizer");
    public static readonly RecommendationSource Cost_explorer = new("cost_explorer");
    public static readonly RecommendationSource Lse = new("lse");
    public static readonly RecommendationSource Manual = new("manual");
    public static readonly RecommendationSource Pse = new("pse");
    public static readonly RecommendationSource Rds = new("rds");
    public static readonly RecommendationSource Resilience = new("resilience");
    public static readonly RecommendationSource Resilience_hub = new("resilience_hub");
    public static readonly RecommendationSource Security_hub = new("security_hub");
    public static readonly RecommendationSource Stir = new("stir");
    public static readonly RecommendationSource Ta_check = new("ta_check");
    public static readonly RecommendationSource Well_architected = new("well_architected");
    public static readonly RecommendationSource Cost_optimization_hub = new("cost_optimization_hub");

    public static RecommendationSource FindValue(string value) => new(value);

    static RecommendationSource IConstant<RecommendationSource>.Of(string value) => new(value);

    public static implicit operator RecommendationSource(string value) => value is null ? null! : new(value);
}
