using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

/// <summary>What is null stays as it is.</summary>
public class UpdateAutoScalingGroupRequest : AmazonAutoScalingRequest
{
    public string? AutoScalingGroupName { get; set; }
    public int? DesiredCapacity { get; set; }
    public int? MaxSize { get; set; }
    public int? MinSize { get; set; }

    internal void WriteTo(QueryForm form)
    {
        form.Add("AutoScalingGroupName", AutoScalingGroupName);
        form.Add("DesiredCapacity", DesiredCapacity);
        form.Add("MaxSize", MaxSize);
        form.Add("MinSize", MinSize);
    }
}

public class UpdateAutoScalingGroupResponse : AmazonWebServiceResponse
{
    internal static UpdateAutoScalingGroupResponse Read(XmlAnswer answer) => new();
}
