using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.CostExplorer;

[JsonConverter(typeof(ConstantConverter<AnomalyFeedbackType>))]
public class AnomalyFeedbackType(string value) : ConstantClass(value), IConstant<AnomalyFeedbackType>
{
    public static readonly AnomalyFeedbackType YES = new("YES");
    public static readonly AnomalyFeedbackType NO = new("NO");
    public static readonly AnomalyFeedbackType PLANNED_ACTIVITY = new("PLANNED_ACTIVITY");

    public static AnomalyFeedbackType FindValue(string value) => new(value);

    static AnomalyFeedbackType IConstant<AnomalyFeedbackType>.Of(string value) => new(value);

    public static implicit operator AnomalyFeedbackType(string value) => value is null ? null! : new(value);
}
