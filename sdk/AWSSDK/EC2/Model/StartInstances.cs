using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.EC2.Model;

public class StartInstancesRequest : AmazonEC2Request
{
    public List<string>? InstanceIds { get; set; }

    internal void WriteTo(QueryForm form) => form.Add("InstanceId", InstanceIds);
}

public class StartInstancesResponse : AmazonWebServiceResponse
{
    public List<InstanceStateChange>? StartingInstances { get; set; }

    internal static StartInstancesResponse Read(XmlAnswer answer) => new() { StartingInstances = InstanceStateChange.ReadAll(answer) };
}
