using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

/// <summary>Base of every CostExplorer request.</summary>
public abstract class AmazonCostExplorerRequest : AmazonWebServiceRequest;
