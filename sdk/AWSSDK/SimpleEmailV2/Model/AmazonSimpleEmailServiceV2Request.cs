using Amazon.Runtime;

namespace Amazon.SimpleEmailV2.Model;

/// <summary>Base of every SimpleEmailV2 request.</summary>
public abstract class AmazonSimpleEmailServiceV2Request : AmazonWebServiceRequest;
