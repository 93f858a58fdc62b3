using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.CostOptimizationHub;

[JsonConverter(typeof(ConstantConverter<EnrollmentStatus>))]
public class EnrollmentStatus(string value) : ConstantClass(value), IConstant<EnrollmentStatus>
{
    public static readonly EnrollmentStatus Active = new("Active");
    public static readonly EnrollmentStatus Inactive = new("Inactive");

    public static EnrollmentStatus FindValue(string value) => new(value);

    static EnrollmentStatus IConstant<EnrollmentStatus>.Of(string value) => new(value);

    public static implicit operator EnrollmentStatus(string value) => value is null ? null! : new(value);
}
