using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

/// <summary>Base of every Auto Scaling request.</summary>
public abstract class AmazonAutoScalingRequest : AmazonWebServiceRequest;
