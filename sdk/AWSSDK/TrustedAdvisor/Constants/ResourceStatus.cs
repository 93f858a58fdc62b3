using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.TrustedAdvisor;

[JsonConverter(typeof(ConstantConverter<ResourceStatus>))]
public class ResourceStatus(string value) : ConstantClass(value), IConstant<ResourceStatus>
{
    public static readonly ResourceStatus Ok = new("ok");
    public static readonly ResourceStatus Warning = new("warning");
    public static readonly ResourceStatus Error = new("error");

    public static ResourceStatus FindValue(string value) => new(value);

    static ResourceStatus IConstant<ResourceStatus>.Of(string value) => new(value);

    public static implicit operator ResourceStatus(string value) => value is null ? null! : new(value);
}
