using Amazon.Common;

namespace Amazon.EC2.Model;

public class InstanceStateChange
{
    public InstanceState? CurrentState { get; set; }
    public string? InstanceId { get; set; }
    public InstanceState? PreviousState { get; set; }

    internal static List<InstanceStateChange>? ReadAll(XmlAnswer answer) => answer.List("instancesSet", "item", each => new InstanceStateChange
    {
        CurrentState = each.Child("currentState") is { } current ? InstanceState.Read(current) : null,
        InstanceId = each.Text("instanceId"),
        PreviousState = each.Child("previousState") is { } previous ? InstanceState.Read(previous) : null,
    });
}
