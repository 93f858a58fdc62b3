using Amazon.Runtime;

namespace Amazon.AWSSupport.Model;

/// <summary>Base of every AWSSupport request.</summary>
public abstract class AmazonAWSSupportRequest : AmazonWebServiceRequest;
