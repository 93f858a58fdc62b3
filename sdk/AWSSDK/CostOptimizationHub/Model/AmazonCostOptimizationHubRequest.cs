using Amazon.Runtime;

namespace Amazon.CostOptimizationHub.Model;

/// <summary>Base of every CostOptimizationHub request.</summary>
public abstract class AmazonCostOptimizationHubRequest : AmazonWebServiceRequest;
