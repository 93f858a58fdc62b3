using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.EC2.Model;

public class StopInstancesRequest : AmazonEC2Request
{
    public bool? Force { get; set; }
    public bool? Hibernate { get; set; }
    public List<string>? InstanceIds { get; set; }

    internal void WriteTo(QueryForm form)
    {
        form.Add("Force", Force);
        form.Add("Hibernate", Hibernate);
        form.Add("InstanceId", InstanceIds);
    }
}

public class StopInstancesResponse : AmazonWebServiceResponse
{
    public List<InstanceStateChange>? StoppingInstances { get; set; }

    internal static StopInstancesResponse Read(XmlAnswer answer) => new() { StoppingInstances = InstanceStateChange.ReadAll(answer) };
}
