using Amazon.Common;

namespace Amazon.AutoScaling.Model;

public class AutoScalingGroup
{
    public string? AutoScalingGroupARN { get; set; }
    public string? AutoScalingGroupName { get; set; }
    public int? DesiredCapacity { get; set; }
    public List<Instance>? Instances { get; set; }
    public int? MaxSize { get; set; }
    public int? MinSize { get; set; }

    /// <summary>Set while the group is being deleted.</summary>
    public string? Status { get; set; }

    public List<TagDescription>? Tags { get; set; }

    internal static AutoScalingGroup Read(XmlAnswer answer) => new()
    {
        AutoScalingGroupARN = answer.Text("AutoScalingGroupARN"),
        AutoScalingGroupName = answer.Text("AutoScalingGroupName"),
        DesiredCapacity = answer.Integer("DesiredCapacity"),
        Instances = answer.List("Instances", "member", Instance.Read),
        MaxSize = answer.Integer("MaxSize"),
        MinSize = answer.Integer("MinSize"),
        Status = answer.Text("Status"),
        Tags = answer.List("Tags", "member", TagDescription.Read),
    };
}
