using Amazon.Runtime;

namespace Amazon.ComputeOptimizer.Model;

/// <summary>Base of every ComputeOptimizer request.</summary>
public abstract class AmazonComputeOptimizerRequest : AmazonWebServiceRequest;
