using Pulumi.Policy;

namespace FinOps.Policies.Model;

/// <summary>A rule that needs to see all resources of a stack.</summary>
public abstract class StackRule : Rule
{
    /// <param name="args">The resources with their outputs, the stack and the configuration.</param>
    /// <param name="report">Takes each violation.</param>
    public abstract void Evaluate(StackValidationArgs args, Action<Finding> report);
}
