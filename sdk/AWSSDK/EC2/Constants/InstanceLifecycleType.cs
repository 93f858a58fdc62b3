using Amazon.Runtime;

namespace Amazon.EC2;

public class InstanceLifecycleType(string value) : ConstantClass(value)
{
    public static readonly InstanceLifecycleType CapacityBlock = new("capacity-block");
    public static readonly InstanceLifecycleType Scheduled = new("scheduled");
    public static readonly InstanceLifecycleType Spot = new("spot");

    public static InstanceLifecycleType FindValue(string value) => new(value);

    public static implicit operator InstanceLifecycleType(string value) => value is null ? null! : new(value);
}
