using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.ComputeOptimizer;

[JsonConverter(typeof(ConstantConverter<LambdaFunctionRecommendationFinding>))]
public class LambdaFunctionRecommendationFinding(string value) : ConstantClass(value), IConstant<LambdaFunctionRecommendationFinding>
{
    public static readonly LambdaFunctionRecommendationFinding Optimized = new("Optimized");
    public static readonly LambdaFunctionRecommendationFinding NotOptimized = new("NotOptimized");
    public static readonly LambdaFunctionRecommendationFinding Unavailable = new("Unavailable");

    public static LambdaFunctionRecommendationFinding FindValue(string value) => new(value);

    static LambdaFunctionRecommendationFinding IConstant<LambdaFunctionRecommendationFinding>.Of(string value) => new(value);

    public static implicit operator LambdaFunctionRecommendationFinding(string value) => value is null ? null! : new(value);
}
