using Amazon.Runtime;

namespace Amazon.Budgets.Model;

/// <summary>Base of every Budgets request.</summary>
public abstract class AmazonBudgetsRequest : AmazonWebServiceRequest;
