using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.TrustedAdvisor;

[JsonConverter(typeof(ConstantConverter<ExclusionStatus>))]
public class ExclusionStatus(string value) : ConstantClass(value), IConstant<ExclusionStatus>
{
    public static readonly ExclusionStatus Excluded = new("excluded");
    public static readonly ExclusionStatus Included = new("included");

    public static ExclusionStatus FindValue(string value) => new(value);

    static ExclusionStatus IConstant<ExclusionStatus>.Of(string value) => new(value);

    public static implicit operator ExclusionStatus(string value) => value is null ? null! : new(value);
}
