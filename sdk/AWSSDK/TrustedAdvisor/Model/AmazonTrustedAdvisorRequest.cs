using Amazon.Runtime;

namespace Amazon.TrustedAdvisor.Model;

/// <summary>Base of every TrustedAdvisor request.</summary>
public abstract class AmazonTrustedAdvisorRequest : AmazonWebServiceRequest;
