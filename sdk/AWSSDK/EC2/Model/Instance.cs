using Amazon.Common;

namespace Amazon.EC2.Model;

public class Instance
{
    public string? InstanceId { get; set; }

    /// <summary>Null for on-demand instances.</summary>
    public InstanceLifecycleType? InstanceLifecycle { get; set; }

    public InstanceType? InstanceType { get; set; }
    public DateTime? LaunchTime { get; set; }
    public string? PlatformDetails { get; set; }
    public InstanceState? State { get; set; }

    /// <summary>Why it is in its state, with the time: <c>User initiated (2026-03-06 18:00:12 GMT)</c>.</summary>
    public string? StateTransitionReason { get; set; }

    public List<Tag>? Tags { get; set; }

    internal static Instance Read(XmlAnswer answer) => new()
    {
        InstanceId = answer.Text("instanceId"),
        InstanceLifecycle = answer.Text("instanceLifecycle") is { Length: > 0 } lifecycle ? new InstanceLifecycleType(lifecycle) : null,
        InstanceType = answer.Text("instanceType") is { Length: > 0 } type ? new InstanceType(type) : null,
        LaunchTime = answer.Time("launchTime"),
        PlatformDetails = answer.Text("platformDetails"),
        State = answer.Child("instanceState") is { } state ? InstanceState.Read(state) : null,
        StateTransitionReason = answer.Text("reason"),
        Tags = answer.List("tagSet", "item", Tag.Read),
    };
}
