using Amazon.Runtime;

namespace Amazon.EC2;

/// <summary>For example <c>t3.medium</c>; nothing here needs one by its name.</summary>
public class InstanceType(string value) : ConstantClass(value)
{
    public static InstanceType FindValue(string value) => new(value);

    public static implicit operator InstanceType(string value) => value is null ? null! : new(value);
}
