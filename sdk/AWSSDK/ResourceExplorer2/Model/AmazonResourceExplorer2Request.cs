using Amazon.Runtime;

namespace Amazon.ResourceExplorer2.Model;

/// <summary>Base of every request of Resource Explorer.</summary>
public abstract class AmazonResourceExplorer2Request : AmazonWebServiceRequest;
