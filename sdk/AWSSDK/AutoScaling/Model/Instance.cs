using Amazon.Common;

namespace Amazon.AutoScaling.Model;

public class Instance
{
    public string? InstanceId { get; set; }
    public string? InstanceType { get; set; }
    public string? LifecycleState { get; set; }

    internal static Instance Read(XmlAnswer answer) => new()
    {
        InstanceId = answer.Text("InstanceId"),
        InstanceType = answer.Text("InstanceType"),
        LifecycleState = answer.Text("LifecycleState"),
    };
}
