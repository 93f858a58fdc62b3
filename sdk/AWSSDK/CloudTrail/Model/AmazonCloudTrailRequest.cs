using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

/// <summary>Base of every CloudTrail request.</summary>
public abstract class AmazonCloudTrailRequest : AmazonWebServiceRequest;
