using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>Base of every Organizations request.</summary>
public abstract class AmazonOrganizationsRequest : AmazonWebServiceRequest;
