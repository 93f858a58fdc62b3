using Amazon.Runtime;

namespace Amazon.Lambda.Model;

public class InvokeRequest : AmazonWebServiceRequest
{
    /// <summary>Name or ARN.</summary>
    public string FunctionName { get; set; } = "";

    /// <summary>JSON; at most 6 MB for a call that waits.</summary>
    public string Payload { get; set; } = "{}";
}
