using Amazon.Runtime;

namespace Amazon.EC2.Model;

/// <summary>Base of every EC2 request.</summary>
public abstract class AmazonEC2Request : AmazonWebServiceRequest;
