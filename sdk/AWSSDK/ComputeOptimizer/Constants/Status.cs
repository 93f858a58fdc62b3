using System.Text.Json.Serialization;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.ComputeOptimizer;

[JsonConverter(typeof(ConstantConverter<Status>))]
public class Status(string value) : ConstantClass(value), IConstant<Status>
{
    public static readonly Status Active = new("Active");
    public static readonly Status Inactive = new("Inactive");
    public static readonly Status Pending = new("Pending");
    public static readonly Status Failed = new("Failed");

    public static Status FindValue(string value) => new(value);

    static Status IConstant<Status>.Of(string value) => new(value);

    public static implicit operator Status(string value) => value is null ? null! : new(value);
}
