using FinOps.LocalEngine.Deployments;

namespace FinOps.Cli.Deploy;

/// <summary>Which component a resource belongs to, read from the chain of types in its URN.</summary>
internal static class Components
{
    /// <summary>The outermost component's type, for example <c>finops:budgets:BudgetTree</c>; the stack for a resource without one.</summary>
    public static string Of(string urn)
    {
        var types = urn.Split("::")[2].Split('$');
        return types.Length > 1 ? types[0] : "(stack)";
    }

    public static bool IsComponent(DeploymentStep step) => (step.NewState ?? step.OldState) is { Custom: false };
}
