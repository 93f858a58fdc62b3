namespace FinOps.LocalEngine.Deployments;

/// <summary>Follows a deployment while it runs. Calls come from several threads, one at a time; they must return quickly.</summary>
public interface IDeploymentObserver
{
    /// <param name="what">The program or pack that is being built.</param>
    void BuildStarted(string what);

    void BuildFinished(string what, TimeSpan duration);

    void StepStarted(StepOperation operation, string urn);

    void StepFinished(DeploymentStep step);

    void StepFailed(StepOperation operation, string urn);

    /// <summary>Also the lines that program and packs print (severity Info) and their logs.</summary>
    void Diagnostic(DeploymentDiagnostic diagnostic);

    void Violation(PolicyViolation violation);

    void Remediation(PolicyRemediation remediation);
}
