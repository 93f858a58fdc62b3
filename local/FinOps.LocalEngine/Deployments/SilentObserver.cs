namespace FinOps.LocalEngine.Deployments;

/// <summary>Hears everything and does nothing; the result says the same at the end.</summary>
public sealed class SilentObserver : IDeploymentObserver
{
    public static SilentObserver Instance { get; } = new();

    public void BuildStarted(string what)
    {
    }

    public void BuildFinished(string what, TimeSpan duration)
    {
    }

    public void StepStarted(StepOperation operation, string urn)
    {
    }

    public void StepFinished(DeploymentStep step)
    {
    }

    public void StepFailed(StepOperation operation, string urn)
    {
    }

    public void Diagnostic(DeploymentDiagnostic diagnostic)
    {
    }

    public void Violation(PolicyViolation violation)
    {
    }

    public void Remediation(PolicyRemediation remediation)
    {
    }
}
