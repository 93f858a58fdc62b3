using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>Base of every RDS request.</summary>
public abstract class AmazonRDSRequest : AmazonWebServiceRequest;
