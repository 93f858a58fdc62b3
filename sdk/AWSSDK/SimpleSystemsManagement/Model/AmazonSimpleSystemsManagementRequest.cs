using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>Base of every Systems Manager request.</summary>
public abstract class AmazonSimpleSystemsManagementRequest : AmazonWebServiceRequest;
